package io.keelson.api.schedule;

/** Where a run of a schedule stands: its job's state, or why it has none. */
public enum RunState {
    /** The job waits for a worker, or for an earlier one to finish. */
    PENDING,
    /** The job waits for its moment. */
    DELAYED,
    /** The job runs. */
    ACTIVE,
    /** The job failed and will be tried again. */
    RETRYABLE,
    /** The job succeeded. */
    COMPLETED,
    /** The job was given up. */
    FAILED,
    /** The job was cancelled. */
    CANCELLED,
    /** The job is held back until it is resumed. */
    SUSPENDED,
    /** The job was removed before anybody noted how it ended. */
    REMOVED,
    /** No job: an earlier one was not finished. */
    SKIPPED,
    /** No job: the fires came too late, or a later one was run in their place. */
    MISSED
}
