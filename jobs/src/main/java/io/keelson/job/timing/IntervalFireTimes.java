package io.keelson.job.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whole multiples of a length of time after an anchor. */
record IntervalFireTimes(Duration every, Instant anchor) implements FireTimes {
    @Override
    public Optional<Instant> after(Instant moment) {
        if (moment.isBefore(anchor)) {
            return Optional.of(anchor);
        }
        long passed = Duration.between(anchor, moment).dividedBy(every);
        return Optional.of(anchor.plus(every.multipliedBy(passed + 1)));
    }
}
