package io.keelson.api.operation.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import org.axonframework.serialization.Revision;

/** What a step had made was taken away during a rollback. */
@LogicalName("operation.step-compensated")
@Revision("1")
public record StepCompensated(OperationId operationId, StepAttempt attempt, String message) implements OperationEvent {}
