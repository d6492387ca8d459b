package io.keelson.job.queue;

import java.time.Duration;

/**
 * How often and how long a job is tried.
 *
 * @param maxAttempts tries until the job is given up, 1 or more
 * @param timeout how long one try may take, 1 ms or more
 * @param backoff wait after the first failure; doubled after each further one, 15 minutes at most, spread by a quarter
 */
public record JobRetry(int maxAttempts, Duration timeout, Duration backoff) {
    /** Ten tries of a minute each, with a second after the first. */
    public static final JobRetry DEFAULT = new JobRetry(10, Duration.ofMinutes(1), Duration.ofSeconds(1));

    public JobRetry withMaxAttempts(int newMaxAttempts) {
        return new JobRetry(newMaxAttempts, timeout, backoff);
    }

    public JobRetry withTimeout(Duration newTimeout) {
        return new JobRetry(maxAttempts, newTimeout, backoff);
    }

    public JobRetry withBackoff(Duration newBackoff) {
        return new JobRetry(maxAttempts, timeout, newBackoff);
    }
}
