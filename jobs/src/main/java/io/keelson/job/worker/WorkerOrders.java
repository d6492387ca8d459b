package io.keelson.job.worker;

/**
 * What others want of a worker.
 *
 * @param drain somebody asked it to take no more jobs
 * @param wanted false when its supervisor has no use for it any more, or has been away for ten minutes
 */
record WorkerOrders(boolean drain, boolean wanted) {
    boolean takeNoMore() {
        return drain || !wanted;
    }
}
