package io.keelson.api.instance.command;

import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks for a snapshot of an active or suspended instance. Answers with the id of the operation; asking again with the same
 * {@code operationId} answers the same and changes nothing. Rejected with INSTANCE_NOT_FOUND, OPERATION_IN_PROGRESS or
 * WRONG_STATE.
 *
 * @param operationId id that the operation will have
 * @param backupId id that the snapshot will have
 */
public record BackupInstance(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, BackupId backupId)
        implements InstanceCommand {}
