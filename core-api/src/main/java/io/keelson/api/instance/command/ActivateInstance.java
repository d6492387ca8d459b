package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that provisioning succeeded and where the instance serves. Ignored unless {@code operationId} is the active
 * operation of a provisioning instance, so a late or repeated message does no harm.
 */
public record ActivateInstance(@TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, String url)
        implements InstanceCommand {}
