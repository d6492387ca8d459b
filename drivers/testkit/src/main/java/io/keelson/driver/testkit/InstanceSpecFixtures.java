package io.keelson.driver.testkit;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Object mother for specifications. */
public final class InstanceSpecFixtures {
    private InstanceSpecFixtures() {}

    /** A small instance with a workload that does nothing, under a new id. */
    public static InstanceSpec aSpec() {
        return aSpec(aWorkload());
    }

    /** A small instance with the given workload, under a new id. */
    public static InstanceSpec aSpec(@Nullable ProcessWorkload workload) {
        return aSpec(UUID.randomUUID(), workload);
    }

    /** A small instance with the given id and workload. */
    public static InstanceSpec aSpec(UUID instanceId, @Nullable ProcessWorkload workload) {
        return new InstanceSpec(
                instanceId,
                "Corner shop",
                "storefront",
                "1.0.0",
                "local",
                List.of(),
                List.of("commerce"),
                List.of(),
                null,
                false,
                Map.of("theme", "dark"),
                1_000,
                256,
                64,
                workload);
    }

    /** The same instance without a workload, as when only removal is asked for. */
    public static InstanceSpec withoutWorkload(InstanceSpec spec) {
        return aSpec(spec.instanceId(), null);
    }

    /** The same instance, whose data must stay in the given regions. */
    public static InstanceSpec withDataResidency(InstanceSpec spec, List<String> regions) {
        return new InstanceSpec(
                spec.instanceId(),
                spec.name(),
                spec.component(),
                spec.version(),
                spec.region(),
                regions,
                spec.suites(),
                spec.capabilities(),
                spec.customDomain(),
                spec.tls(),
                spec.settings(),
                spec.cpuMillis(),
                spec.memoryMegabytes(),
                spec.storageMegabytes(),
                spec.workload());
    }

    /** The same instance with a certificate of its own. */
    public static InstanceSpec withTls(InstanceSpec spec, @Nullable String customDomain) {
        return new InstanceSpec(
                spec.instanceId(),
                spec.name(),
                spec.component(),
                spec.version(),
                spec.region(),
                spec.dataResidency(),
                spec.suites(),
                spec.capabilities(),
                customDomain,
                true,
                spec.settings(),
                spec.cpuMillis(),
                spec.memoryMegabytes(),
                spec.storageMegabytes(),
                spec.workload());
    }

    /** The same instance with other limits. */
    public static InstanceSpec withResources(InstanceSpec spec, int cpuMillis, int memoryMegabytes) {
        return new InstanceSpec(
                spec.instanceId(),
                spec.name(),
                spec.component(),
                spec.version(),
                spec.region(),
                spec.dataResidency(),
                spec.suites(),
                spec.capabilities(),
                spec.customDomain(),
                spec.tls(),
                spec.settings(),
                cpuMillis,
                memoryMegabytes,
                spec.storageMegabytes(),
                spec.workload());
    }

    private static ProcessWorkload aWorkload() {
        return new ProcessWorkload(
                List.of(),
                List.of(),
                List.of(),
                List.of("sleep", "infinity"),
                Map.of(),
                "/health",
                List.of("/"),
                Duration.ofSeconds(10));
    }
}
