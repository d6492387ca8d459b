package io.keelson.saga.step;

import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import java.time.Duration;

/** What an operation does next. */
public sealed interface Move {
    /** Start a try after a wait. */
    record Start(StepAttempt attempt, Duration delay) implements Move {}

    /** Turn round and start the first removal. */
    record TurnRound(StepError cause, StepAttempt removal) implements Move {}

    /** Nothing is left to do. */
    record End() implements Move {}
}
