package io.keelson.api.instance.command;

import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to take an active instance back to one of its snapshots: database, files, configuration and version; what it may use
 * stays. Answers with the id of the operation; asking again with the same {@code operationId} answers the same and changes
 * nothing. Needs a reason in the metadata. Rejected with INSTANCE_NOT_FOUND, BACKUP_NOT_FOUND, OPERATION_IN_PROGRESS or
 * WRONG_STATE.
 *
 * @param operationId id that the operation will have
 */
public record RestoreInstance(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, BackupId backupId)
        implements InstanceCommand {}
