package io.keelson.job.queue;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How a try ended.
 *
 * @param status what becomes of the job
 * @param delay how long until it may be claimed again
 * @param charged whether the try counts
 * @param abandoned whether its thread did not end
 */
record JobOutcome(
        ClaimedJob job,
        JobStatus status,
        Duration delay,
        boolean charged,
        boolean abandoned,
        @Nullable String error) {
    private static final long LONGEST_DELAY = Duration.ofMinutes(15).toMillis();
    private static final int MOST_DOUBLINGS = 20;

    static JobOutcome succeeded(ClaimedJob job) {
        return new JobOutcome(job, JobStatus.SUCCEEDED, Duration.ZERO, true, false, null);
    }

    /** Nobody's fault: the job is as if it had never been claimed. */
    static JobOutcome handedBack(ClaimedJob job) {
        return new JobOutcome(job, JobStatus.READY, Duration.ZERO, false, false, null);
    }

    static JobOutcome failed(ClaimedJob job, String error) {
        return failure(job, error, false);
    }

    static JobOutcome abandoned(ClaimedJob job, String error) {
        return failure(job, error, true);
    }

    private static JobOutcome failure(ClaimedJob job, String error, boolean abandoned) {
        boolean last = job.attempt() >= job.maxAttempts();
        return last
                ? new JobOutcome(job, JobStatus.DEAD, Duration.ZERO, true, abandoned, error)
                : new JobOutcome(job, JobStatus.DELAYED, delayAfter(job), true, abandoned, error);
    }

    /** Exponential, capped, and spread by a quarter so that jobs that failed together do not come back together. */
    private static Duration delayAfter(ClaimedJob job) {
        int doublings = Math.min(job.attempt() - 1, MOST_DOUBLINGS);
        long delay = Math.min(job.backoff().toMillis() << doublings, LONGEST_DELAY);
        return Duration.ofMillis(Math.round(delay * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
    }
}
