package io.keelson.api.operation.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationState;
import org.axonframework.serialization.Revision;

/** The operation is over; {@code outcome} is a terminal state. */
@LogicalName("operation.finished")
@Revision("1")
public record OperationFinished(OperationId operationId, OperationState outcome, String message)
        implements OperationEvent {}
