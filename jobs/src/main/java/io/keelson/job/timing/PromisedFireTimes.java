package io.keelson.job.timing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * Each matching local time fires once: at its first occurrence when the clocks repeat it, at the first instant after the
 * gap when they leave it out.
 */
record PromisedFireTimes(CronLine line, ZoneRules rules) implements FireTimes {
    @Override
    public Optional<Instant> after(Instant moment) {
        Optional<LocalDateTime> local = line.after(firstShownBy(moment));
        Optional<Instant> fire = local.map(this::instantOf);
        // Several local times of a gap are one instant, and it may be the one that was asked about.
        while (fire.isPresent() && !fire.get().isAfter(moment)) {
            local = local.flatMap(line::after);
            fire = local.map(this::instantOf);
        }
        return fire;
    }

    /** The latest local time whose instant is not after {@code moment}, except in a gap, where it may be earlier. */
    private LocalDateTime firstShownBy(Instant moment) {
        LocalDateTime shown = LocalDateTime.ofInstant(moment, rules.getOffset(moment));
        ZoneOffsetTransition change = rules.getTransition(shown);
        boolean secondTime = change != null && change.isOverlap() && !moment.isBefore(change.getInstant());
        // Whatever the repeated hour shows a second time, the first time was its turn.
        return secondTime ? change.getDateTimeBefore().minusNanos(1) : shown;
    }

    private Instant instantOf(LocalDateTime local) {
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            return local.toInstant(rules.getOffset(local));
        }
        return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }
}
