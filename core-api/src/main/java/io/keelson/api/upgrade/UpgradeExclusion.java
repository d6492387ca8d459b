package io.keelson.api.upgrade;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.time.Duration;
import java.time.Instant;

/**
 * A time in which nothing of some scope starts; it has an end.
 *
 * @param until first moment after it, later than {@code from}; an exclusion of everything lasts at most 90 days
 */
public record UpgradeExclusion(String name, Instant from, Instant until, ExclusionScope scope) {
    private static final int MAXIMUM_NAME = 63;
    private static final Duration LONGEST_OF_ALL = Duration.ofDays(90);

    public UpgradeExclusion {
        name = Require.text("name", name, MAXIMUM_NAME);
        if (!from.isBefore(until)) {
            throw RejectedException.invalid("until", "until must be later than from.");
        }
        if (scope == ExclusionScope.ALL && Duration.between(from, until).compareTo(LONGEST_OF_ALL) > 0) {
            throw RejectedException.invalid("until", "An exclusion of all upgrades must end within 90 days.");
        }
    }

    /** Whether it forbids a change of this class to start at this moment. */
    public boolean forbids(ChangeClass change, Instant at) {
        return scope.forbids(change) && !at.isBefore(from) && at.isBefore(until);
    }
}
