package io.keelson.api.operation.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import org.axonframework.serialization.Revision;

/** A step does not apply here; the reason says why. */
@LogicalName("operation.step-skipped")
@Revision("1")
public record StepSkipped(OperationId operationId, StepAttempt attempt, String reason) implements OperationEvent {}
