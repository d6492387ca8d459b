package io.keelson.api.schedule;

import io.keelson.api.error.Require;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Once, at a moment, in whole milliseconds. */
public record OneTimeTiming(Instant at) implements Timing {
    public OneTimeTiming {
        at = Require.present("at", at).truncatedTo(ChronoUnit.MILLIS);
    }
}
