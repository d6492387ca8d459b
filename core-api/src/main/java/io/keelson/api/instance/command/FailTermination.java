package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that a termination failed. Ignored unless {@code operationId} is the active operation.
 *
 * @param untouched whether it failed before anything was removed
 */
public record FailTermination(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, StepError error, boolean untouched)
        implements InstanceCommand {
    /** Something could not be removed. */
    public FailTermination(InstanceId instanceId, OperationId operationId, StepError error) {
        this(instanceId, operationId, error, false);
    }
}
