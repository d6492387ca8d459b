package io.keelson.graphql.instance;

import io.keelson.api.instance.ConfigurationChange;
import io.keelson.graphql.input.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change of an instance; what is null stays as it is. */
record ConfigureInstanceInput(
        String instanceId,
        @Nullable List<String> enabledSuites,
        @Nullable List<String> enabledCapabilities,
        @Nullable String customDomain,
        @Nullable Boolean sslEnabled,
        @Nullable Object settings) {

    ConfigurationChange toChange() {
        return new ConfigurationChange(
                enabledSuites,
                enabledCapabilities,
                customDomain,
                sslEnabled,
                settings == null
                        ? null
                        : JsonObject.of("configuration.settings", settings).rest());
    }
}
