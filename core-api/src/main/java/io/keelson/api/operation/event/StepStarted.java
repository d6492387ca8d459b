package io.keelson.api.operation.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import java.time.Duration;
import org.axonframework.serialization.Revision;

/**
 * The intent to try a step; its outcome is a later event.
 *
 * @param delay how long after this event the try may begin
 */
@LogicalName("operation.step-started")
@Revision("1")
public record StepStarted(OperationId operationId, StepAttempt attempt, Duration delay) implements OperationEvent {}
