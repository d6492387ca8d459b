package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepName;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to bring what exists of an active or suspended instance back to what it should be. Answers with the id of the
 * operation; asking again with the same {@code operationId} answers the same and changes nothing. Rejected with
 * INSTANCE_NOT_FOUND, OPERATION_IN_PROGRESS or WRONG_STATE.
 *
 * @param operationId id that the operation will have
 * @param steps the steps to repeat, in any order; empty for all that suit the status of the instance
 * @param cause why, in one sentence
 */
public record ReconcileInstance(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, List<StepName> steps, String cause)
        implements InstanceCommand {
    public ReconcileInstance {
        steps = List.copyOf(steps);
    }
}
