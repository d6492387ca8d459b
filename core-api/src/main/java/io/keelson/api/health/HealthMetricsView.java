package io.keelson.api.health;

import org.jspecify.annotations.Nullable;

/**
 * What an instance used and did when it was looked at; null is what cannot be known.
 *
 * @param cpuCores processor time in cores
 * @param requestsPerSecond requests that it answered since the look before
 * @param errorRate share of its answers that were errors, 0 to 1
 * @param latencyMillis how long its health path took to answer
 * @param latencyP95Millis what 95 % of its answers since the look before took at most
 */
public record HealthMetricsView(
        @Nullable Double cpuCores,
        @Nullable Long memoryBytes,
        @Nullable Long diskBytes,
        @Nullable Double requestsPerSecond,
        @Nullable Double errorRate,
        @Nullable Double latencyMillis,
        @Nullable Double latencyP95Millis) {}
