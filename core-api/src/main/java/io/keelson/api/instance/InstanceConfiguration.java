package io.keelson.api.instance;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an instance is set up.
 *
 * @param region where it runs
 * @param dataResidency regions its data may rest in; empty when unrestricted
 * @param enabledSuites suites to switch on, in order
 * @param enabledCapabilities capabilities to switch on, in order
 * @param customDomain host name of its own, or null
 * @param sslEnabled whether it serves TLS with a certificate of its own
 * @param settings component-specific values, checked against the configuration schema of the version
 */
public record InstanceConfiguration(
        String region,
        List<String> dataResidency,
        List<String> enabledSuites,
        List<String> enabledCapabilities,
        @Nullable String customDomain,
        boolean sslEnabled,
        Map<String, Object> settings) {
    private static final int MAXIMUM_ENTRIES = 100;
    private static final int MAXIMUM_NAME = 63;
    private static final int MAXIMUM_DOMAIN = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?i)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Region {@code local}, nothing switched on, no settings. */
    public static final InstanceConfiguration DEFAULT =
            new InstanceConfiguration("local", List.of(), List.of(), List.of(), null, false, Map.of());

    public InstanceConfiguration {
        region = name("configuration.region", region);
        dataResidency = names("configuration.dataResidency", dataResidency);
        enabledSuites = names("configuration.enabledSuites", enabledSuites);
        enabledCapabilities = names("configuration.enabledCapabilities", enabledCapabilities);
        settings = Map.copyOf(settings);
        if (customDomain != null) {
            Require.matching(
                    "configuration.customDomain",
                    customDomain,
                    MAXIMUM_DOMAIN,
                    DOMAIN,
                    "a domain looks like shop.example.com");
        }
        if (!dataResidency.isEmpty() && !dataResidency.contains(region)) {
            throw RejectedException.invalid(
                    "configuration.region",
                    "Region %s is not among the allowed regions %s.".formatted(region, dataResidency));
        }
    }

    /** The same, in another place; refuses a region in which the data may not rest. */
    public InstanceConfiguration movedTo(String newRegion, List<String> newDataResidency) {
        return new InstanceConfiguration(
                newRegion, newDataResidency, enabledSuites, enabledCapabilities, customDomain, sslEnabled, settings);
    }

    private static List<String> names(String field, List<String> values) {
        if (values.size() > MAXIMUM_ENTRIES) {
            throw RejectedException.invalid(field, field + " must have at most 100 entries.");
        }
        return values.stream().map(value -> name(field, value)).distinct().toList();
    }

    private static String name(String field, String value) {
        return Require.matching(
                field, value, MAXIMUM_NAME, NAME, "lower-case letters, digits, '.', '_' and '-' are allowed");
    }
}
