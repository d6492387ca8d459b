package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says that something could not be removed. Ignored unless {@code operationId} is the active operation. */
public record FailTermination(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, StepError error)
        implements InstanceCommand {}
