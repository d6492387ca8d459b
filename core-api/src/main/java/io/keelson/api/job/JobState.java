package io.keelson.api.job;

/** Where a job stands. */
public enum JobState {
    /** It waits for a worker, or for the job before it under the same serial key. */
    PENDING,
    /** It waits for its time. */
    DELAYED,
    /** A worker runs it. */
    ACTIVE,
    /** A try failed; the next one waits for its time. */
    RETRYABLE,
    /** It is done. */
    COMPLETED,
    /** It was given up: a dead letter, until it is retried or discarded. */
    FAILED,
    /** It was called off. */
    CANCELLED,
    /** It waits until it is resumed. */
    SUSPENDED;

    /** Whether nothing more happens to it by itself. */
    public boolean terminal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
