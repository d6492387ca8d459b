package io.keelson.saga.step;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.command.BeginRollback;
import io.keelson.api.operation.command.StartStep;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Sends what a saga has decided, and waits until it is handled, because only then may the saga remember it as done. A
 * failure or a time-out fails the event, which is then delivered again; every command of a saga may be repeated.
 */
public record StepCommands(CommandGateway gateway) {
    private static final long PATIENCE_SECONDS = 30;

    public void send(Object command) {
        gateway.sendAndWait(command, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Makes the move of a turn; returns false when there is nothing left to do. */
    public boolean make(Turn turn) {
        OperationId operationId = turn.steps().operationId();
        return switch (turn.move()) {
            case Move.Start(StepAttempt attempt, Duration delay) -> {
                send(new StartStep(operationId, attempt, delay));
                yield true;
            }
            case Move.TurnRound round -> {
                send(new BeginRollback(operationId, round.cause()));
                StepAttempt removal = round.removal();
                if (removal != null) {
                    send(new StartStep(operationId, removal, Duration.ZERO));
                }
                yield removal != null;
            }
            case Move.End _ -> false;
        };
    }
}
