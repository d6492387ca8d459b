package io.keelson.job.queue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a node wants of one look at the queue.
 *
 * @param outcomes to be saved
 * @param reports jobs that have told something new
 * @param claim what to take
 * @param lookForCancelled whether to ask which running jobs are to end
 */
record TurnPlan(UUID node, List<JobOutcome> outcomes, List<RunningJob> reports, Claim claim, boolean lookForCancelled) {
    /**
     * Which jobs a node takes.
     *
     * @param free how many at most; 0 for none
     * @param aged whether only those count that were passed over for too long
     * @param lanes a queue that may have as many jobs at a time is held by the lanes alone
     * @param held how many jobs of each queue the node has
     */
    record Claim(int free, boolean aged, int lanes, Map<String, Integer> held) {
        static final Claim NOTHING = new Claim(0, false, 1, Map.of());
    }
}
