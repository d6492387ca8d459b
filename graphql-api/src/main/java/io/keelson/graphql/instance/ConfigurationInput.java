package io.keelson.graphql.instance;

import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.graphql.input.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the configuration of an instance out of JSON: named keys, and settings for everything else. */
final class ConfigurationInput {
    private static final String FIELD = "configuration";

    private ConfigurationInput() {}

    static InstanceConfiguration read(@Nullable Object json) {
        JsonObject input = JsonObject.of(FIELD, json);
        String region = input.text("region");
        return new InstanceConfiguration(
                Objects.requireNonNullElse(region, InstanceConfiguration.DEFAULT.region()),
                input.texts("dataResidency"),
                input.texts("enabledSuites"),
                input.texts("enabledCapabilities"),
                input.text("customDomain"),
                input.flag("sslEnabled"),
                settings(input));
    }

    private static Map<String, Object> settings(JsonObject input) {
        Map<String, Object> settings =
                new LinkedHashMap<>(input.object("settings").rest());
        input.rest().forEach((key, value) -> {
            if (settings.put(key, value) != null) {
                throw RejectedException.invalid(
                        FIELD, "A setting stands both beside and below \"settings\" in the configuration.");
            }
        });
        return settings;
    }
}
