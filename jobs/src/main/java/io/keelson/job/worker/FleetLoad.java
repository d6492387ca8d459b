package io.keelson.job.worker;

/**
 * How much there is to do for how many.
 *
 * @param waiting jobs that are ready, counted up to 100,000 of each queue
 * @param workers those that live and take jobs
 * @param busy jobs that they hold
 * @param capacity jobs that they can run at the same time
 */
public record FleetLoad(int waiting, int workers, int busy, int capacity) {
    /** Waiting jobs for each lane that could run them; all of them when there is no lane. */
    public double backlogPerLane() {
        return (double) waiting / Math.max(1, capacity);
    }
}
