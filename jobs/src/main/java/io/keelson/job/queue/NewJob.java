package io.keelson.job.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work to be done in the background.
 *
 * @param type chooses the {@link JobHandler}
 * @param payload JSON text for the handler; never a secret
 * @param priority 1 to 10, 10 is most urgent
 * @param runAt not before this moment, or null for at once
 * @param maxAttempts tries until the job is given up, 1 or more
 * @param timeout how long one try may take, 1 ms or more
 * @param backoff wait after the first failure; doubled after each further one, 15 minutes at most
 * @param uniqueKey among jobs of the same type that are not finished only one has this key, or null
 */
public record NewJob(
        String type,
        String payload,
        int priority,
        @Nullable Instant runAt,
        int maxAttempts,
        Duration timeout,
        Duration backoff,
        @Nullable String uniqueKey) {
    private static final int NORMAL = 5;
    private static final int ATTEMPTS = 10;

    /** Normal priority, at once, ten tries of a minute each, no key. */
    public static NewJob of(String type, String payload) {
        return new NewJob(type, payload, NORMAL, null, ATTEMPTS, Duration.ofMinutes(1), Duration.ofSeconds(1), null);
    }

    public NewJob withPriority(int newPriority) {
        return new NewJob(type, payload, newPriority, runAt, maxAttempts, timeout, backoff, uniqueKey);
    }

    public NewJob withRunAt(@Nullable Instant newRunAt) {
        return new NewJob(type, payload, priority, newRunAt, maxAttempts, timeout, backoff, uniqueKey);
    }

    public NewJob withMaxAttempts(int newMaxAttempts) {
        return new NewJob(type, payload, priority, runAt, newMaxAttempts, timeout, backoff, uniqueKey);
    }

    public NewJob withTimeout(Duration newTimeout) {
        return new NewJob(type, payload, priority, runAt, maxAttempts, newTimeout, backoff, uniqueKey);
    }

    public NewJob withBackoff(Duration newBackoff) {
        return new NewJob(type, payload, priority, runAt, maxAttempts, timeout, newBackoff, uniqueKey);
    }

    public NewJob withUniqueKey(String newUniqueKey) {
        return new NewJob(type, payload, priority, runAt, maxAttempts, timeout, backoff, newUniqueKey);
    }
}
