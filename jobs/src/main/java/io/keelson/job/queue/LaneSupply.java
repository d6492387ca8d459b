package io.keelson.job.queue;

/** Asks the worker runtime for more lanes when jobs wait for one. */
final class LaneSupply {
    private final LaneCount count;
    private final Shifts shifts;
    private final WaitingJobs waiting;
    private final int maxLanes;

    LaneSupply(LaneCount count, Shifts shifts, WaitingJobs waiting, int maxLanes) {
        this.count = count;
        this.shifts = shifts;
        this.waiting = waiting;
        this.maxLanes = maxLanes;
    }

    void open(boolean allLanesBusy) {
        boolean more = allLanesBusy && !count.full();
        int missing = count.missing(more ? waiting.count(maxLanes) : 0, System.nanoTime());
        if (missing > 0) {
            shifts.open(missing);
        }
    }
}
