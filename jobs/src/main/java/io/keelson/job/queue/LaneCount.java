package io.keelson.job.queue;

/**
 * Counts lanes, so that hardly more jobs are claimed than lanes can begin at once. {@code idle} is the number of lanes without
 * a job, less the jobs that are on their way to one; negative when some of these will wait.
 */
final class LaneCount {
    /** A shift that has not come by then was lost; a little more than the slowest look of the worker runtime. */
    private static final long SHIFT_LOST = 6_000_000_000L;

    private final int minimum;
    private final int maximum;
    private final LaneScaling scaling;
    private int live;
    private int idle;
    private int expected;
    private long expectedSince;
    private int lastWaiting;
    private boolean closed;

    LaneCount(int minimum, int maximum) {
        this(minimum, maximum, LaneScaling.DEFAULT);
    }

    LaneCount(int minimum, int maximum, LaneScaling scaling) {
        this.minimum = minimum;
        this.maximum = maximum;
        this.scaling = scaling;
    }

    /** A thread wants to be a lane. */
    synchronized boolean enter() {
        expected = Math.max(0, expected - 1);
        if (closed || live >= maximum) {
            return false;
        }
        live++;
        idle++;
        return true;
    }

    /** An idle lane wants to end; refused while a job is on its way to it or the lane is among the last ones. */
    synchronized boolean leave(boolean tired) {
        boolean surplus = live > minimum && scaling.fewer(lastWaiting, live);
        if (idle <= 0 || !(closed || tired || surplus)) {
            return false;
        }
        leaveAnyway();
        return true;
    }

    /** An idle lane ends, whatever is on its way. */
    synchronized void leaveAnyway() {
        live--;
        idle--;
    }

    /** A lane with a job ends or is given up. */
    synchronized void lose() {
        live--;
    }

    /** A lane is without a job again. */
    synchronized void free() {
        idle++;
    }

    /** Takes all idle lanes for jobs that are about to be claimed, and {@code ahead} more that will wait for a lane. */
    synchronized int reserve(int ahead) {
        int reserved = live == 0 ? 0 : Math.max(0, idle + ahead);
        idle -= reserved;
        return reserved;
    }

    synchronized void release(int unused) {
        idle += unused;
    }

    /** How many shifts to open when {@code waiting} jobs found no lane; they are expected from then on. */
    synchronized int missing(int waiting, long nanoTime) {
        if (nanoTime - expectedSince > SHIFT_LOST) {
            expected = 0;
        }
        lastWaiting = waiting;
        int wanted = Math.min(Math.max(minimum - live, scaling.more(waiting)), maximum - live);
        int missing = Math.max(0, wanted - expected);
        if (missing > 0) {
            expected += missing;
            expectedSince = nanoTime;
        }
        return missing;
    }

    synchronized int idle() {
        return Math.max(0, idle);
    }

    synchronized boolean full() {
        return live >= maximum;
    }

    synchronized int vacancies() {
        return closed ? 0 : maximum - live;
    }

    synchronized int live() {
        return live;
    }

    synchronized void close() {
        closed = true;
    }
}
