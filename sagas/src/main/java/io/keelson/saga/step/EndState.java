package io.keelson.saga.step;

import io.keelson.api.operation.OperationState;

/** The state of an operation of which everything was taken back. */
public final class EndState {
    private EndState() {}

    public static OperationState of(StepSequence takenBack) {
        return takenBack.endedByCancellation() ? OperationState.CANCELLED : OperationState.ROLLED_BACK;
    }
}
