package io.keelson.api.operation.command;

import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to call an operation off: the step that runs is let to its end, then everything is taken back. What is past its last
 * step that can be taken back goes on to its end. Needs a reason in the metadata. Twice: changes nothing. Rejected with
 * OPERATION_NOT_FOUND, or WRONG_STATE when it is over, is being taken back already, or is a termination.
 */
public record CancelOperation(@TargetAggregateIdentifier OperationId operationId) implements OperationCommand {}
