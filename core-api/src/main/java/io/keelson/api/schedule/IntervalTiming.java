package io.keelson.api.schedule;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Again and again after the same length of time, whatever the clocks on the walls do.
 *
 * @param every 1 second to 3660 days, in whole milliseconds
 * @param anchor the first fire, in whole milliseconds; all others are a multiple of {@code every} later
 */
public record IntervalTiming(Duration every, Instant anchor) implements Timing {
    /** The start of 1970 in UTC, so that every 15 minutes means every full quarter of an hour. */
    public static final Instant DEFAULT_ANCHOR = Instant.EPOCH;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(3660);

    public IntervalTiming {
        Require.present("every", every);
        Require.present("anchor", anchor);
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw RejectedException.invalid(
                    "every", "every is %s; 1 second to 3660 days are allowed.".formatted(every));
        }
        if (!every.equals(Duration.ofMillis(every.toMillis()))) {
            throw RejectedException.invalid("every", "every must be a whole number of milliseconds.");
        }
        if (anchor.isBefore(Instant.EPOCH) || anchor.isAfter(LATEST)) {
            throw RejectedException.invalid("anchor", "anchor must lie between 1970 and 2200.");
        }
        anchor = anchor.truncatedTo(ChronoUnit.MILLIS);
    }
}
