package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to stop and start the workload of an active instance; what was given up is healed again from then on. Answers with
 * the id of the operation; asking again with the same {@code operationId} answers the same and changes nothing. Rejected
 * with INSTANCE_NOT_FOUND, OPERATION_IN_PROGRESS or WRONG_STATE.
 *
 * @param operationId id that the operation will have
 */
public record RestartInstance(@TargetAggregateIdentifier InstanceId instanceId, OperationId operationId)
        implements InstanceCommand {}
