package io.keelson.job.type.workflow;

import java.time.Duration;

/**
 * How far a workflow is in time.
 *
 * @param running since its first job was enqueued
 * @param quiet since a job of it was enqueued or ended
 */
record WorkflowAge(Duration running, Duration quiet) {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int SHARE = 4;

    /** How long to wait before the next look: a quarter of the silence, so that short jobs are seen soon and long ones cost little. */
    Duration untilNextLook() {
        Duration share = quiet.dividedBy(SHARE);
        if (share.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return share.compareTo(LONGEST) > 0 ? LONGEST : share;
    }
}
