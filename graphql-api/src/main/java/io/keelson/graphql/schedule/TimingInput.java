package io.keelson.graphql.schedule;

import io.keelson.api.error.RejectedException;
import io.keelson.api.schedule.CronTiming;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.OneTimeTiming;
import io.keelson.api.schedule.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a schedule fires, as a caller describes it. */
record TimingInput(
        @Nullable String cron,
        @Nullable String zone,
        @Nullable Instant at,
        @Nullable Duration every,
        @Nullable Instant anchor) {
    private static final String UTC = "UTC";

    Timing toTiming() {
        if (Stream.of(cron, at, every).filter(Objects::nonNull).count() != 1) {
            throw RejectedException.invalid("timing", "timing needs exactly one of cron, at and every.");
        }
        if (zone != null && cron == null) {
            throw RejectedException.invalid("zone", "zone belongs to cron; at and every need none.");
        }
        if (anchor != null && every == null) {
            throw RejectedException.invalid("anchor", "anchor belongs to every.");
        }
        if (cron != null) {
            return new CronTiming(cron, Objects.requireNonNullElse(zone, UTC));
        }
        return at != null
                ? new OneTimeTiming(at)
                : new IntervalTiming(
                        Objects.requireNonNull(every, "every"),
                        Objects.requireNonNullElse(anchor, IntervalTiming.DEFAULT_ANCHOR));
    }
}
