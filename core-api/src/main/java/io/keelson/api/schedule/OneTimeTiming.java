package io.keelson.api.schedule;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Once, at a moment, in whole milliseconds. */
public record OneTimeTiming(Instant at) implements Timing {
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public OneTimeTiming {
        at = Require.present("at", at);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw RejectedException.invalid("at", "at must lie between 1970 and 2200.");
        }
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
