package io.keelson.api.operation.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import org.axonframework.serialization.Revision;

/** The operation failed for good; its steps are taken back in reverse order. */
@LogicalName("operation.rollback-started")
@Revision("1")
public record RollbackStarted(OperationId operationId, StepError cause) implements OperationEvent {}
