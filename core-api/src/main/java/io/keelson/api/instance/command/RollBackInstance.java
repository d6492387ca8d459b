package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to take the last upgrade of an active instance back: version, configuration and database. Answers with the id of the
 * operation; asking again with the same {@code operationId} answers the same and changes nothing. Needs a reason in the metadata.
 * Rejected with INSTANCE_NOT_FOUND, OPERATION_IN_PROGRESS, WRONG_STATE, or ROLLBACK_NOT_POSSIBLE when there is no way back.
 *
 * @param operationId id that the operation will have
 */
public record RollBackInstance(@TargetAggregateIdentifier InstanceId instanceId, OperationId operationId)
        implements InstanceCommand {}
