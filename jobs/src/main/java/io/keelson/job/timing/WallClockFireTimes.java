package io.keelson.job.timing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/** Fires whenever a clock on the wall shows a matching time: never in a gap, and twice in a repeated hour. */
record WallClockFireTimes(CronLine line, ZoneRules rules) implements FireTimes {
    @Override
    public Optional<Instant> after(Instant moment) {
        LocalDateTime from = LocalDateTime.ofInstant(moment, rules.getOffset(moment));
        Instant begin = moment;
        while (true) {
            Optional<LocalDateTime> local = line.after(from);
            if (local.isEmpty()) {
                return Optional.empty();
            }
            ZoneOffset offset = rules.getOffset(begin);
            ZoneOffsetTransition change = rules.nextTransition(begin);
            if (change == null || local.get().isBefore(change.getDateTimeBefore())) {
                return Optional.of(local.get().toInstant(offset));
            }
            begin = change.getInstant();
            // A time that matches exactly when the clocks have changed counts.
            from = change.getDateTimeAfter().minusNanos(1);
        }
    }
}
