package io.keelson.job.type.workflow;

/** Where a node stands. */
enum NodeState {
    /** Something it depends on has not ended. */
    WAITING,
    /** Can be enqueued. */
    READY,
    /** Its job has not ended. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** Will not run, because something has failed. */
    SKIPPED;

    boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == SKIPPED;
    }
}
