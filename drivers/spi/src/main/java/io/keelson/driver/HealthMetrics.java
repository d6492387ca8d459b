package io.keelson.driver;

import org.jspecify.annotations.Nullable;

/**
 * What an instance used and did when it was looked at. What cannot be known is null; nothing is estimated.
 *
 * @param cpuCores processor time since the last look, in cores
 * @param memoryBytes what its processes hold in memory
 * @param diskBytes what it keeps in files and in its database
 * @param requestsPerSecond requests that it answered since the last look
 * @param errorRate share of its answers that were errors, 0 to 1
 * @param latencyMillis how long its health path took to answer
 * @param latencyP95Millis what 95 % of its answers since the last look took at most
 */
public record HealthMetrics(
        @Nullable Double cpuCores,
        @Nullable Long memoryBytes,
        @Nullable Long diskBytes,
        @Nullable Double requestsPerSecond,
        @Nullable Double errorRate,
        @Nullable Double latencyMillis,
        @Nullable Double latencyP95Millis) {
    /** Nothing is known. */
    public static final HealthMetrics UNKNOWN = new HealthMetrics(null, null, null, null, null, null, null);
}
