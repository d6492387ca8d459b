package io.keelson.api.health;

import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import java.time.Duration;
import java.util.List;

/**
 * Asks how long instances answered within the period that ends now; answers a list of {@link UptimeView} in no order,
 * without those whose health was not known at any time of it.
 *
 * @param period more than nothing and at most ten years
 */
public record GetUptimes(List<InstanceId> ids, Duration period) {
    private static final Duration LONGEST = Duration.ofDays(3_660);

    public GetUptimes {
        requirePeriod(period);
    }

    /** The period, or a refusal when it is nothing or longer than ten years. */
    public static Duration requirePeriod(Duration period) {
        if (period.isNegative() || period.isZero() || period.compareTo(LONGEST) > 0) {
            throw RejectedException.invalid("period", "The period must be longer than nothing and at most ten years.");
        }
        return period;
    }
}
