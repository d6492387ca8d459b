package io.keelson.job.queue;

import java.time.Duration;

/**
 * Keeps a job from being enqueued twice. Keys of different tenants, types and scopes do not see each other.
 *
 * @param scope which earlier jobs with the key count
 * @param period only for {@link UniqueScope#PERIOD}: for how long after it was enqueued an earlier job counts, even when
 *     it is finished; zero otherwise
 * @param onConflict what happens when there is one
 */
public record JobUniqueness(String key, UniqueScope scope, Duration period, OnConflict onConflict) {
    public JobUniqueness {
        if ((scope == UniqueScope.PERIOD) != period.isPositive()) {
            throw new IllegalArgumentException(
                    "A period is needed for the scope PERIOD and for no other; %s has %s.".formatted(scope, period));
        }
        if (onConflict == OnConflict.AFTER_CURRENT && scope != UniqueScope.WAITING) {
            throw new IllegalArgumentException(
                    "Only a job that is unique while it waits can run after the current one.");
        }
    }

    /** One at a time: a job whose predecessor is not finished is not enqueued. */
    public static JobUniqueness unfinished(String key) {
        return new JobUniqueness(key, UniqueScope.UNFINISHED, Duration.ZERO, OnConflict.KEEP);
    }

    /** One waiting: a job that would wait behind an equal one is not enqueued. */
    public static JobUniqueness waiting(String key) {
        return new JobUniqueness(key, UniqueScope.WAITING, Duration.ZERO, OnConflict.KEEP);
    }

    /** One in a period, counted from the enqueuing of the first. */
    public static JobUniqueness within(Duration period, String key) {
        return new JobUniqueness(key, UniqueScope.PERIOD, period, OnConflict.KEEP);
    }

    /** Once more after the current one: one runs and at most one waits for its end. */
    public static JobUniqueness afterCurrent(String key) {
        return new JobUniqueness(key, UniqueScope.WAITING, Duration.ZERO, OnConflict.AFTER_CURRENT);
    }

    public JobUniqueness withOnConflict(OnConflict newOnConflict) {
        return new JobUniqueness(key, scope, period, newOnConflict);
    }
}
