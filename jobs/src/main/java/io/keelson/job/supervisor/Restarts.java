package io.keelson.job.supervisor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long to wait before a slot gets its next process: not at all at first, then a second, doubled with each process that
 * died early, a minute at most. Not for several threads.
 */
final class Restarts {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** A process that lived for so long was well; whatever ended it is not what ended its predecessors. */
    private static final Duration HEALTHY_LIFE = Duration.ofMinutes(1);

    private final Map<Integer, Failure> failures = new HashMap<>();

    private record Failure(int inARow, long notBefore) {}

    /** A process of the slot died without being asked to; answers how long its successor has to wait. */
    Duration died(int slot, Duration life, long nanoTime) {
        Failure before = failures.get(slot);
        int inARow = before == null || life.compareTo(HEALTHY_LIFE) >= 0 ? 1 : before.inARow() + 1;
        Duration pause = FIRST.multipliedBy(1L << Math.min(inARow - 1, MOST_DOUBLINGS));
        Duration bounded = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
        failures.put(slot, new Failure(inARow, nanoTime + bounded.toNanos()));
        return bounded;
    }

    boolean mayStart(int slot, long nanoTime) {
        Failure last = failures.get(slot);
        return last == null || nanoTime - last.notBefore() >= 0;
    }
}
