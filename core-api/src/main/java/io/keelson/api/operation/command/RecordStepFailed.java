package io.keelson.api.operation.command;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reports that a try failed. Ignored unless it is the running try of the operation. */
public record RecordStepFailed(@TargetAggregateIdentifier OperationId operationId, StepAttempt attempt, StepError error)
        implements OperationCommand {}
