package io.keelson.api.operation.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import java.util.Map;
import org.axonframework.serialization.Revision;

/** A step did what it should. */
@LogicalName("operation.step-succeeded")
@Revision("1")
public record StepSucceeded(OperationId operationId, StepAttempt attempt, String message, Map<String, String> outputs)
        implements OperationEvent {}
