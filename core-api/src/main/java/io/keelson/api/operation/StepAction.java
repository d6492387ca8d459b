package io.keelson.api.operation;

/** Which way a step goes. */
public enum StepAction {
    /** Bring about what the step stands for. */
    APPLY,
    /** Take away what the step stands for. */
    REMOVE,
    /** Bring about what the step stood for before the operation. */
    REVERT
}
