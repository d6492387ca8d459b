package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to start the workload of an active instance again because it has died. Answers with the id of the operation; asking
 * again with the same {@code operationId} answers the same and changes nothing. Rejected with INSTANCE_NOT_FOUND,
 * OPERATION_IN_PROGRESS, or WRONG_STATE unless the instance is active and not in maintenance.
 *
 * @param operationId id that the operation will have
 * @param attempt number of the try, from 1
 */
public record HealInstance(@TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, int attempt)
        implements InstanceCommand {}
