package io.keelson.job.timing;

import io.keelson.api.error.RejectedException;
import io.keelson.api.schedule.CronTiming;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.OneTimeTiming;
import io.keelson.api.schedule.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The moments at which a timing fires, in order and without repetition. */
@FunctionalInterface
public interface FireTimes {
    /** The first moment later than {@code moment}, or empty when there is none. */
    Optional<Instant> after(Instant moment);

    /**
     * Reads a timing.
     *
     * @throws RejectedException INVALID_INPUT, field {@code cron}, when the line makes no sense
     */
    static FireTimes of(Timing timing) {
        return switch (timing) {
            case CronTiming cron -> CronFireTimes.of(cron);
            case IntervalTiming interval -> new IntervalFireTimes(interval.every(), interval.anchor());
            case OneTimeTiming once -> moment -> Optional.of(once.at()).filter(moment::isBefore);
        };
    }

    /** All moments later than {@code moment}; without end for most timings, so limit it. */
    default Stream<Instant> allAfter(Instant moment) {
        return Stream.iterate(after(moment), Optional::isPresent, fire -> after(fire.orElseThrow()))
                .map(Optional::orElseThrow);
    }

    /** The moments from {@code from} to {@code to}, both included, at most {@code limit} of them. */
    default List<Instant> between(Instant from, Instant to, int limit) {
        return allAfter(from.minusNanos(1))
                .takeWhile(fire -> !fire.isAfter(to))
                .limit(limit)
                .toList();
    }
}
