package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says that everything was removed. Ignored unless {@code operationId} is the active operation. */
public record CompleteTermination(@TargetAggregateIdentifier InstanceId instanceId, OperationId operationId)
        implements InstanceCommand {}
