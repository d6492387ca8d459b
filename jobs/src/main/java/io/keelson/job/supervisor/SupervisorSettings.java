package io.keelson.job.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How worker processes are looked after.
 *
 * @param stopWithin how long a process that was asked to end may take before it is killed
 * @param controlGroups where the machine's control groups are mounted, or null to use none
 */
public record SupervisorSettings(
        ScalingRule scaling,
        WorkerLimits limits,
        Duration stopWithin,
        @Nullable Path controlGroups) {}
