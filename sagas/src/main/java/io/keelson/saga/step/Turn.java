package io.keelson.saga.step;

import io.keelson.api.operation.StepName;

/** The answer to an outcome: what to remember, and what to do. */
public record Turn(StepSequence steps, Move move) {
    /** Whether the move starts a try of this step. */
    public boolean starts(StepName step) {
        return move instanceof Move.Start start && start.attempt().step() == step;
    }
}
