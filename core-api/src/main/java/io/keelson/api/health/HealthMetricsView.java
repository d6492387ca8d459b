package io.keelson.api.health;

import org.jspecify.annotations.Nullable;

/**
 * What an instance used and did when it was looked at; null is what cannot be known.
 *
 * @param cpuCores processor time in cores
 * @param requestsPerSecond requests that it answered
 * @param errorRate share of its answers that were errors, 0 to 1
 * @param latencyMillis how long its health path took to answer
 */
public record HealthMetricsView(
        @Nullable Double cpuCores,
        @Nullable Long memoryBytes,
        @Nullable Long diskBytes,
        @Nullable Double requestsPerSecond,
        @Nullable Double errorRate,
        @Nullable Double latencyMillis) {}
