package io.keelson.job.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a workload that has died is started again: at once, then with pauses that double, and no more after too many tries
 * within a period.
 *
 * @param firstPause between the first and the second try
 * @param longestPause what pauses do not exceed
 * @param tries how many there may be within the period
 */
record HealingPolicy(boolean enabled, Duration firstPause, Duration longestPause, int tries, Duration period) {
    private static final int LARGEST_SHIFT = 20;

    /** What to do about a dead workload. */
    enum Verdict {
        START,
        WAIT,
        GIVE_UP
    }

    /** The tries that still count. */
    List<Instant> counting(List<Instant> all, Instant now) {
        return all.stream().filter(at -> at.plus(period).isAfter(now)).toList();
    }

    /** @param before the tries that count, oldest first */
    Verdict verdict(List<Instant> before, Instant now) {
        if (!enabled) {
            return Verdict.WAIT;
        }
        if (before.isEmpty()) {
            return Verdict.START;
        }
        if (before.getLast().plus(pause(before.size())).isAfter(now)) {
            return Verdict.WAIT;
        }
        return before.size() >= tries ? Verdict.GIVE_UP : Verdict.START;
    }

    /** Between this many tries and the next. */
    Duration pause(int triesBefore) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(triesBefore - 1, LARGEST_SHIFT));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}
