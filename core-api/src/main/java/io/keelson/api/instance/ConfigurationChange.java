package io.keelson.api.instance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of some parts of a configuration; what is null stays as it is. Region and data residency are changed by moving
 * the instance.
 *
 * @param customDomain the new host name, or an empty text for none
 * @param settings all settings from then on, in place of those before
 */
public record ConfigurationChange(
        @Nullable List<String> enabledSuites,
        @Nullable List<String> enabledCapabilities,
        @Nullable String customDomain,
        @Nullable Boolean sslEnabled,
        @Nullable Map<String, Object> settings) {

    /** The configuration after the change; refuses what {@link InstanceConfiguration} refuses. */
    public InstanceConfiguration applyTo(InstanceConfiguration before) {
        return new InstanceConfiguration(
                before.region(),
                before.dataResidency(),
                enabledSuites == null ? before.enabledSuites() : enabledSuites,
                enabledCapabilities == null ? before.enabledCapabilities() : enabledCapabilities,
                customDomain == null ? before.customDomain() : emptyToNull(customDomain),
                sslEnabled == null ? before.sslEnabled() : sslEnabled,
                settings == null ? before.settings() : settings);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
