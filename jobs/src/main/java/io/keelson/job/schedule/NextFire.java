package io.keelson.job.schedule;

import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.job.timing.FireTimes;
import io.keelson.job.timing.Jitter;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A fire to come.
 *
 * @param at its time in the rhythm
 * @param dueAt the same with jitter
 */
record NextFire(Instant at, Instant dueAt) {
    static Optional<NextFire> after(UUID schedule, ScheduleDefinition definition, Instant moment) {
        FireTimes times = FireTimes.of(definition.timing());
        return times.after(moment).map(at -> at(schedule, definition, times, at));
    }

    static NextFire at(UUID schedule, ScheduleDefinition definition, FireTimes times, Instant at) {
        return new NextFire(
                at,
                at.plus(Jitter.of(
                        schedule,
                        at,
                        definition.rules().jitter(),
                        times.after(at).orElse(null))));
    }
}
