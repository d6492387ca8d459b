package io.keelson.api.operation;

/** Where a step stands. */
public enum StepState {
    PENDING,
    RUNNING,
    /** An attempt failed and another one is scheduled. */
    RETRYING,
    SUCCEEDED,
    SKIPPED,
    FAILED,
    COMPENSATING,
    COMPENSATED
}
