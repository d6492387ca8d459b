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
 * @param error why it did not succeed, or null
 * @param result JSON text, or null
 * @param ran how long the try took
 */
record JobOutcome(
        ClaimedJob job,
        JobStatus status,
        Duration delay,
        boolean charged,
        @Nullable JobError error,
        @Nullable String result,
        Duration ran) {
    private static final long LONGEST_DELAY = Duration.ofMinutes(15).toMillis();
    private static final int MOST_DOUBLINGS = 20;

    static JobOutcome succeeded(ClaimedJob job) {
        return succeeded(job, null);
    }

    static JobOutcome succeeded(ClaimedJob job, @Nullable String result) {
        return new JobOutcome(job, JobStatus.SUCCEEDED, Duration.ZERO, true, null, result, Duration.ZERO);
    }

    /** Nobody's fault: the job is as if it had never been claimed. */
    static JobOutcome handedBack(ClaimedJob job) {
        return new JobOutcome(job, JobStatus.READY, Duration.ZERO, false, null, null, Duration.ZERO);
    }

    /** The job asked for it. */
    static JobOutcome postponed(ClaimedJob job, Duration delay) {
        return new JobOutcome(job, JobStatus.DELAYED, delay, false, null, null, Duration.ZERO);
    }

    static JobOutcome cancelled(ClaimedJob job, String message) {
        JobError error = JobError.of(JobError.Kind.CANCELLED, message);
        return new JobOutcome(job, JobStatus.CANCELLED, Duration.ZERO, true, error, null, Duration.ZERO);
    }

    /** The job is tried again, unless this was its last try or {@code retryable} is false. */
    static JobOutcome failed(ClaimedJob job, JobError error, boolean retryable) {
        boolean last = !retryable || job.attempt() >= job.maxAttempts();
        return new JobOutcome(
                job,
                last ? JobStatus.DEAD : JobStatus.DELAYED,
                last ? Duration.ZERO : delayAfter(job),
                true,
                error,
                null,
                Duration.ZERO);
    }

    JobOutcome after(Duration newRan) {
        return new JobOutcome(job, status, delay, charged, error, result, newRan);
    }

    /** Whether its thread did not end. */
    boolean abandoned() {
        return error != null && error.kind() == JobError.Kind.ABANDONED;
    }

    /** Whether nothing but its success is to be saved. */
    boolean plain() {
        return status == JobStatus.SUCCEEDED && result == null;
    }

    /** Whether the job has ended, so that the next one with its serial key may begin. */
    boolean ended() {
        return status == JobStatus.SUCCEEDED || status == JobStatus.DEAD || status == JobStatus.CANCELLED;
    }

    /** Exponential, capped, and spread by a quarter so that jobs that failed together do not come back together. */
    private static Duration delayAfter(ClaimedJob job) {
        int doublings = Math.min(job.attempt() - 1, MOST_DOUBLINGS);
        long delay = Math.min(job.backoff().toMillis() << doublings, LONGEST_DELAY);
        return Duration.ofMillis(Math.round(delay * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
    }
}
