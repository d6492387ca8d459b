package io.keelson.api.job;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets only one job of its type have a key.
 *
 * @param key 1 to 200 characters
 * @param period length of {@link UniqueScope#PERIOD}, 1 s to 365 days; null with any other scope
 */
public record UniqueRule(
        String key, UniqueScope scope, @Nullable Duration period, UniqueConflict onConflict) {
    private static final int LONGEST_KEY = 200;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    public UniqueRule {
        key = Require.text("uniqueness.key", key, LONGEST_KEY);
        boolean wanted = scope == UniqueScope.PERIOD;
        if (wanted != (period != null)) {
            throw RejectedException.invalid(
                    "uniqueness.period", "uniqueness.period belongs to scope PERIOD and to no other.");
        }
        if (onConflict == UniqueConflict.AFTER_CURRENT && scope != UniqueScope.WAITING) {
            throw RejectedException.invalid(
                    "uniqueness.scope", "uniqueness.scope must be WAITING when onConflict is AFTER_CURRENT.");
        }
        if (period != null && (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0)) {
            throw RejectedException.invalid(
                    "uniqueness.period", "uniqueness.period is %s; it must be 1 s to 365 days.".formatted(period));
        }
    }
}
