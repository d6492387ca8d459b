package io.keelson.job.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work to be done in the background.
 *
 * @param type chooses the {@link JobHandler}
 * @param payload JSON text for the handler; never a secret
 * @param uniqueness keeps it from being enqueued twice, or null
 */
public record NewJob(
        String type,
        String payload,
        JobPlace place,
        JobRetry retry,
        JobOwner owner,
        JobOrigin origin,
        @Nullable JobUniqueness uniqueness) {
    /** Keelson's own, normal priority, at once, ten tries of a minute each, no key. */
    public static NewJob of(String type, String payload) {
        return of(type, payload, JobDefaults.USUAL);
    }

    /** As the handler of the type wants it. */
    public static NewJob of(String type, String payload, JobDefaults defaults) {
        return new NewJob(
                type,
                payload,
                JobPlace.in(defaults.queue()),
                defaults.retry(),
                JobOwner.PLATFORM,
                JobOrigin.NONE,
                null);
    }

    public NewJob withPlace(JobPlace newPlace) {
        return new NewJob(type, payload, newPlace, retry, owner, origin, uniqueness);
    }

    public NewJob withQueue(String queue) {
        return withPlace(new JobPlace(queue, place.priority(), place.runAt(), place.serialKey()));
    }

    public NewJob withPriority(int priority) {
        return withPlace(new JobPlace(place.queue(), priority, place.runAt(), place.serialKey()));
    }

    public NewJob withRunAt(@Nullable Instant runAt) {
        return withPlace(new JobPlace(place.queue(), place.priority(), runAt, place.serialKey()));
    }

    public NewJob withSerialKey(String serialKey) {
        return withPlace(new JobPlace(place.queue(), place.priority(), place.runAt(), serialKey));
    }

    public NewJob withRetry(JobRetry newRetry) {
        return new NewJob(type, payload, place, newRetry, owner, origin, uniqueness);
    }

    public NewJob withMaxAttempts(int maxAttempts) {
        return withRetry(retry.withMaxAttempts(maxAttempts));
    }

    public NewJob withTimeout(Duration timeout) {
        return withRetry(retry.withTimeout(timeout));
    }

    public NewJob withBackoff(Duration backoff) {
        return withRetry(retry.withBackoff(backoff));
    }

    public NewJob withOwner(JobOwner newOwner) {
        return new NewJob(type, payload, place, retry, newOwner, origin, uniqueness);
    }

    public NewJob withOrigin(JobOrigin newOrigin) {
        return new NewJob(type, payload, place, retry, owner, newOrigin, uniqueness);
    }

    public NewJob withUniqueness(JobUniqueness newUniqueness) {
        return new NewJob(type, payload, place, retry, owner, origin, newUniqueness);
    }

    /** Among jobs of the same type and tenant that are not finished only one has this key. */
    public NewJob withUniqueKey(String uniqueKey) {
        return withUniqueness(JobUniqueness.unfinished(uniqueKey));
    }
}
