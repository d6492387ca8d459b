package io.keelson.api.job;

import io.keelson.api.error.RejectedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long a job is tried; what is null takes the default of its type.
 *
 * @param maxAttempts tries until it is given up, 1 to 100
 * @param backoff wait after the first failed try, doubled after each further one; 0 to 15 minutes
 * @param timeout how long one try may take, 1 ms to 24 hours
 */
public record RetryRule(
        @Nullable Integer maxAttempts,
        @Nullable Duration backoff,
        @Nullable Duration timeout) {
    /** As the type says. */
    public static final RetryRule OF_TYPE = new RetryRule(null, null, null);

    private static final int MOST_ATTEMPTS = 100;
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(15);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(24);

    public RetryRule {
        if (maxAttempts != null && (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS)) {
            throw RejectedException.invalid(
                    "maxAttempts", "maxAttempts is %d; it must be 1 to 100.".formatted(maxAttempts));
        }
        requireWithin("backoff", backoff, Duration.ZERO, LONGEST_BACKOFF);
        requireWithin("timeout", timeout, SHORTEST_TIMEOUT, LONGEST_TIMEOUT);
    }

    private static void requireWithin(String field, @Nullable Duration value, Duration least, Duration most) {
        if (value != null && (value.compareTo(least) < 0 || value.compareTo(most) > 0)) {
            throw RejectedException.invalid(
                    field, "%s is %s; it must be %s to %s.".formatted(field, value, least, most));
        }
    }
}
