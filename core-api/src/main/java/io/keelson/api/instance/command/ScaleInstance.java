package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.ResourcesChange;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to change what an active or suspended instance may use. Answers with the id of the operation; asking again with the
 * same {@code operationId} answers the same and changes nothing. Rejected with INSTANCE_NOT_FOUND, OPERATION_IN_PROGRESS,
 * WRONG_STATE, or INVALID_INPUT when nothing changes or the plan is unknown. What the machine cannot give fails the
 * operation with CAPACITY_EXCEEDED.
 *
 * @param operationId id that the operation will have
 */
public record ScaleInstance(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, ResourcesChange change)
        implements InstanceCommand {}
