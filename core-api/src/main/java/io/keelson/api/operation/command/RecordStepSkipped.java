package io.keelson.api.operation.command;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reports that a step does not apply here, and why. Ignored unless it is the running try of the operation. */
public record RecordStepSkipped(@TargetAggregateIdentifier OperationId operationId, StepAttempt attempt, String reason)
        implements OperationCommand {}
