package io.keelson.saga.step;

import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an operation does next. */
public sealed interface Move {
    /** Start a try after a wait. */
    record Start(StepAttempt attempt, Duration delay) implements Move {}

    /**
     * Turn round and start to undo.
     *
     * @param removal the first try, or null when nothing needs to be undone
     */
    record TurnRound(StepError cause, @Nullable StepAttempt removal) implements Move {}

    /** Nothing is left to do. */
    record End() implements Move {}
}
