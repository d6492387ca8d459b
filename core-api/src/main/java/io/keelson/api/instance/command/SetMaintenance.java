package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to switch maintenance mode of an active instance on or off. Answers with the id of the operation; asking again with
 * the same {@code operationId} answers the same and changes nothing. Rejected with INSTANCE_NOT_FOUND,
 * OPERATION_IN_PROGRESS, or WRONG_STATE unless it is active and the mode is the other one.
 *
 * @param operationId id that the operation will have
 */
public record SetMaintenance(@TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, boolean on)
        implements InstanceCommand {}
