package io.keelson.api.schedule.query;

import io.keelson.api.error.RejectedException;
import io.keelson.api.schedule.Timing;

/**
 * Asks when something with this timing would fire, beginning now; answers a list of {@link java.time.Instant}, soonest
 * first, shorter when there are no more. Rejected with INVALID_INPUT when the timing makes no sense.
 *
 * @param first how many, 1 to 100
 */
public record PreviewFires(Timing timing, int first) {
    private static final int MAXIMUM = 100;

    public PreviewFires {
        if (first < 1 || first > MAXIMUM) {
            throw RejectedException.invalid("first", "first is %d; it must be 1 to 100.".formatted(first));
        }
    }
}
