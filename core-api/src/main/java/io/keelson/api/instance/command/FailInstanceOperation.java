package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that an operation on a living instance failed for good. Ignored unless {@code operationId} is its active operation.
 *
 * @param takenBack whether the instance is as it was before
 */
public record FailInstanceOperation(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, StepError error, boolean takenBack)
        implements InstanceCommand {}
