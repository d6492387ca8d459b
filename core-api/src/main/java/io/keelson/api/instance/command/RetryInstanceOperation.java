package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to go on with a failed operation from the steps that failed; when they succeed, the instance is as it was before the
 * operation. Rejected with INSTANCE_NOT_FOUND, or WRONG_STATE unless this operation has made the instance fail.
 */
public record RetryInstanceOperation(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId) implements InstanceCommand {}
