package io.keelson.api.job;

import io.keelson.api.error.RejectedException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a job may run; at once when both are null.
 *
 * @param delay so long after it was submitted, not negative, at most 3,650 days
 * @param runAt not before this moment; a moment that is over means at once
 */
public record JobTiming(@Nullable Duration delay, @Nullable Instant runAt) {
    /** As soon as a worker is free. */
    public static final JobTiming AT_ONCE = new JobTiming(null, null);

    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public JobTiming {
        if (delay != null && runAt != null) {
            throw RejectedException.invalid("runAt", "runAt and delay exclude each other; give one of them.");
        }
        if (delay != null && (delay.isNegative() || delay.compareTo(LONGEST) > 0)) {
            throw RejectedException.invalid("delay", "delay is %s; it must be 0 to 3650 days.".formatted(delay));
        }
        if (runAt != null && (runAt.isBefore(Instant.EPOCH) || runAt.isAfter(LATEST))) {
            throw RejectedException.invalid("runAt", "runAt must be a moment between 1970 and 2200.");
        }
    }
}
