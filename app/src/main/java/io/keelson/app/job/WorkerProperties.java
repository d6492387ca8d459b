package io.keelson.app.job;

import io.keelson.job.queue.LaneScaling;
import io.keelson.job.supervisor.ScalingRule;
import io.keelson.job.supervisor.WorkerLimits;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Workers: the lanes of this node, and the worker processes that it keeps on this machine.
 *
 * @param concurrency jobs that one worker runs at the same time
 * @param minWorkers worker processes that are there without work
 * @param maxWorkers worker processes that are never exceeded; 0, and this node starts none
 * @param scaleUpThreshold waiting jobs for each lane above which there are to be more lanes, or more processes
 * @param scaleDownThreshold waiting jobs for each lane down to which there may be fewer
 * @param scaleUpAfter how long the first must hold until a process is started
 * @param scaleDownAfter how long the second must hold until a process is ended
 * @param jobTimeout the longest that one try of a job may take on this node, whatever the job itself allows
 * @param memoryLimit of one worker process, like {@code 512M} or {@code 1G}
 * @param cpuLimit of one worker process, in cores, like {@code 1.0}
 * @param remember how long a worker that is gone can still be seen
 * @param process set by a supervisor for the processes that it starts
 */
@ConfigurationProperties("keelson.workers")
record WorkerProperties(
        @DefaultValue("16") int concurrency,
        @DefaultValue("0") int minWorkers,
        @DefaultValue("0") int maxWorkers,
        @DefaultValue("1") double scaleUpThreshold,
        @DefaultValue("0") double scaleDownThreshold,
        @DefaultValue("3s") Duration scaleUpAfter,
        @DefaultValue("30s") Duration scaleDownAfter,
        @DefaultValue("1h") Duration jobTimeout,
        @DefaultValue("512M") String memoryLimit,
        @DefaultValue("1.0") String cpuLimit,
        @DefaultValue("1h") Duration remember,
        @Nullable UUID process) {
    LaneScaling lanes() {
        return new LaneScaling(scaleUpThreshold, scaleDownThreshold);
    }

    ScalingRule scaling() {
        return new ScalingRule(
                minWorkers,
                maxWorkers,
                concurrency,
                scaleUpThreshold,
                scaleDownThreshold,
                scaleUpAfter,
                scaleDownAfter);
    }

    WorkerLimits limits() {
        return WorkerLimits.parse(memoryLimit, cpuLimit);
    }
}
