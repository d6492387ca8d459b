package io.keelson.api.operation.command;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Turns an operation round: from now on its steps are taken back. Ignored unless the operation is running. */
public record BeginRollback(@TargetAggregateIdentifier OperationId operationId, StepError cause)
        implements OperationCommand {}
