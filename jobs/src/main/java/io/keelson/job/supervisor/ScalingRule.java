package io.keelson.job.supervisor;

import java.time.Duration;

/**
 * When to have more or fewer worker processes. Both conditions must hold for a while, and the second leaves a gap to the
 * first, so the number does not go up and down with every wave.
 *
 * @param minWorkers processes that are there without work, 0 or more
 * @param maxWorkers processes that are never exceeded
 * @param concurrency lanes of one process
 * @param scaleUpThreshold one more process when more jobs than this wait for each lane of all workers
 * @param scaleDownThreshold one less when no more jobs than this wait for each lane that would be left; below the former
 * @param scaleUpAfter how long the first condition must hold
 * @param scaleDownAfter how long the second condition must hold
 */
public record ScalingRule(
        int minWorkers,
        int maxWorkers,
        int concurrency,
        double scaleUpThreshold,
        double scaleDownThreshold,
        Duration scaleUpAfter,
        Duration scaleDownAfter) {
    public ScalingRule {
        if (minWorkers < 0 || maxWorkers < minWorkers) {
            throw new IllegalArgumentException(
                    "Between %d and %d worker processes is not possible; the first must be 0 or"
                                    .formatted(minWorkers, maxWorkers)
                            + " more and the second no less.");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("A worker needs 1 lane or more, not %d.".formatted(concurrency));
        }
        if (!(scaleDownThreshold >= 0) || !(scaleUpThreshold > scaleDownThreshold)) {
            throw new IllegalArgumentException(
                    "The threshold for scaling down (%s) must be 0 or more, and less than the one for scaling up (%s)."
                            .formatted(scaleDownThreshold, scaleUpThreshold));
        }
    }
}
