package io.keelson.api.operation.command;

import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Starts the steps again that have failed for good. Ignored unless the operation has failed and such steps are left. */
public record RetryOperation(@TargetAggregateIdentifier OperationId operationId) implements OperationCommand {}
