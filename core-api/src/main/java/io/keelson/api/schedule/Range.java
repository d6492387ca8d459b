package io.keelson.api.schedule;

import io.keelson.api.error.RejectedException;
import java.time.Duration;

/** Checks lengths of time. */
final class Range {
    private Range() {}

    static void require(String field, Duration value, Duration shortest, Duration longest) {
        if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
            throw RejectedException.invalid(
                    field, "%s is %s; %s to %s are allowed.".formatted(field, value, shortest, longest));
        }
    }
}
