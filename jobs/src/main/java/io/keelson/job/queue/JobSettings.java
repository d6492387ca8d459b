package io.keelson.job.queue;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How a node works.
 *
 * @param minLanes lanes kept open while idle, 1 or more
 * @param maxLanes jobs that run at the same time
 * @param linger how long a lane above the minimum stays idle
 * @param look how often the dispatcher looks when nobody calls it
 * @param heartbeat how often it shows that it lives
 * @param silence after how long without heartbeat a node counts as dead
 * @param abandonAfter how long a job may go on after its time-out before its thread is given up
 * @param grace how long a stop waits for running jobs before it interrupts them
 * @param agedAfter how long a job is passed over by more urgent ones before every tenth claim is for such jobs
 * @param retention how long jobs are kept that have ended; asked before each removal
 * @param scaling when to have more or fewer lanes
 * @param longestRun the longest that one try may take here, whatever the job itself allows
 */
public record JobSettings(
        int minLanes,
        int maxLanes,
        Duration linger,
        Duration look,
        Duration heartbeat,
        Duration silence,
        Duration abandonAfter,
        Duration grace,
        Duration agedAfter,
        Supplier<JobRetention> retention,
        LaneScaling scaling,
        Duration longestRun) {
    /** Two to 32 lanes; a dead node is noticed after 6 seconds, a stop takes 10 at most; ageing begins after a minute. */
    public static final JobSettings DEFAULT = new JobSettings(
            2,
            32,
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(6),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    public JobSettings {
        if (minLanes < 1 || maxLanes < minLanes) {
            throw new IllegalArgumentException(
                    "Lanes must be at least 1 and at most %d, not %d.".formatted(maxLanes, minLanes));
        }
    }

    /** With ageing after a minute, the usual retention and scaling, and tries as long as their jobs allow. */
    public JobSettings(
            int minLanes,
            int maxLanes,
            Duration linger,
            Duration look,
            Duration heartbeat,
            Duration silence,
            Duration abandonAfter,
            Duration grace) {
        this(
                minLanes,
                maxLanes,
                linger,
                look,
                heartbeat,
                silence,
                abandonAfter,
                grace,
                Duration.ofMinutes(1),
                () -> JobRetention.DEFAULT,
                LaneScaling.DEFAULT,
                Duration.ofDays(365));
    }

    public JobSettings withAgedAfter(Duration newAgedAfter) {
        return with(newAgedAfter, retention, scaling, longestRun);
    }

    public JobSettings withRetention(Supplier<JobRetention> newRetention) {
        return with(agedAfter, newRetention, scaling, longestRun);
    }

    public JobSettings withScaling(LaneScaling newScaling) {
        return with(agedAfter, retention, newScaling, longestRun);
    }

    public JobSettings withLongestRun(Duration newLongestRun) {
        return with(agedAfter, retention, scaling, newLongestRun);
    }

    private JobSettings with(
            Duration newAgedAfter,
            Supplier<JobRetention> newRetention,
            LaneScaling newScaling,
            Duration newLongestRun) {
        return new JobSettings(
                minLanes,
                maxLanes,
                linger,
                look,
                heartbeat,
                silence,
                abandonAfter,
                grace,
                newAgedAfter,
                newRetention,
                newScaling,
                newLongestRun);
    }
}
