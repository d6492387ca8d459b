package io.keelson.api.operation;

/** What a failure does to a step, be it the one that fails or one that was done before. */
public enum StepUndo {
    /** What the step brought about is taken away. */
    REMOVE,
    /** What was before the operation is brought back. */
    REVERT,
    /** Nothing needs to be undone; the operation is taken back all the same when the step fails. */
    NOTHING,
    /** From this step on there is no way back: its failure is remembered and the operation goes on. */
    NO_RETURN
}
