package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that provisioning failed for good and was taken back. Ignored unless {@code operationId} is the active operation
 * of a provisioning instance.
 */
public record FailProvisioning(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, StepError error)
        implements InstanceCommand {}
