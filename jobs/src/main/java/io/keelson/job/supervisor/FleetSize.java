package io.keelson.job.supervisor;

import io.keelson.job.worker.FleetLoad;

/** Applies the {@link ScalingRule} to one look after another. Not for several threads. */
final class FleetSize {
    private static final long NEVER = Long.MIN_VALUE;

    private final ScalingRule rule;
    private long crowdedSince = NEVER;
    private long idleSince = NEVER;

    FleetSize(ScalingRule rule) {
        this.rule = rule;
    }

    /**
     * How many processes are wanted.
     *
     * @param running processes that are not on their way out
     * @param arrived those of them that report themselves; while one has not, nobody knows how much it will help
     * @param nanoTime of the look
     */
    int wanted(FleetLoad load, int running, int arrived, long nanoTime) {
        int within = Math.clamp(running, rule.minWorkers(), rule.maxWorkers());
        crowdedSince = since(crowded(load) && arrived >= running, crowdedSince, nanoTime);
        idleSince = since(idle(load), idleSince, nanoTime);
        if (within != running) {
            return within;
        }
        if (running < rule.maxWorkers()
                && lasted(crowdedSince, rule.scaleUpAfter().toNanos(), nanoTime)) {
            crowdedSince = NEVER;
            return running + 1;
        }
        if (running > rule.minWorkers()
                && lasted(idleSince, rule.scaleDownAfter().toNanos(), nanoTime)) {
            idleSince = NEVER;
            return running - 1;
        }
        return running;
    }

    private boolean crowded(FleetLoad load) {
        return load.waiting() > rule.scaleUpThreshold() * load.capacity();
    }

    /** Whether those that would be left could do everything. */
    private boolean idle(FleetLoad load) {
        int left = load.capacity() - rule.concurrency();
        return load.busy() <= Math.max(0, left) && load.waiting() <= rule.scaleDownThreshold() * Math.max(0, left);
    }

    private static long since(boolean holds, long since, long nanoTime) {
        if (!holds) {
            return NEVER;
        }
        return since == NEVER ? nanoTime : since;
    }

    private static boolean lasted(long since, long nanos, long nanoTime) {
        return since != NEVER && nanoTime - since >= nanos;
    }
}
