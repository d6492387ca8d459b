package io.keelson.api.operation.command;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationState;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends an operation. Ignored when it is already over.
 *
 * @param outcome a terminal state
 */
public record FinishOperation(
        @TargetAggregateIdentifier OperationId operationId, OperationState outcome, String message)
        implements OperationCommand {
    public FinishOperation {
        if (!outcome.terminal()) {
            throw new IllegalArgumentException(operationId + " cannot finish in state " + outcome);
        }
    }
}
