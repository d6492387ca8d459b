package io.keelson.api.operation.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/** Somebody called the operation off; it is taken back after the step that runs. */
@LogicalName("operation.cancellation-requested")
@Revision("1")
public record OperationCancellationRequested(OperationId operationId) implements OperationEvent {}
