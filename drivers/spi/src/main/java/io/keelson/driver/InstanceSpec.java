package io.keelson.driver;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to exist.
 *
 * @param instanceId names everything that is made
 * @param name label for humans; never used to name a resource
 * @param workload what runs, or null when only removal is asked for and the release has nothing for this driver
 * @param settings component-specific values as JSON-like maps, lists, strings, numbers and booleans
 * @param cpuMillis thousandths of a core
 */
public record InstanceSpec(
        UUID instanceId,
        String name,
        String component,
        String version,
        String region,
        List<String> dataResidency,
        List<String> suites,
        List<String> capabilities,
        @Nullable String customDomain,
        boolean tls,
        Map<String, Object> settings,
        int cpuMillis,
        int memoryMegabytes,
        int storageMegabytes,
        @Nullable ProcessWorkload workload) {
    /** The same instance in another region. */
    public InstanceSpec withRegion(String other) {
        return new InstanceSpec(
                instanceId,
                name,
                component,
                version,
                other,
                dataResidency,
                suites,
                capabilities,
                customDomain,
                tls,
                settings,
                cpuMillis,
                memoryMegabytes,
                storageMegabytes,
                workload);
    }
}
