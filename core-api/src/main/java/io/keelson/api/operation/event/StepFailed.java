package io.keelson.api.operation.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import org.axonframework.serialization.Revision;

/** A try of a step failed; either another {@link StepStarted} or {@link RollbackStarted} follows. */
@LogicalName("operation.step-failed")
@Revision("1")
public record StepFailed(OperationId operationId, StepAttempt attempt, StepError error) implements OperationEvent {}
