package io.keelson.api.instance.command;

import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.tenant.residency.Region;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a snapshot of an active or suspended instance. Answers with the id of the operation; asking again with the same
 * {@code operationId} answers the same and changes nothing. Rejected with INSTANCE_NOT_FOUND, OPERATION_IN_PROGRESS or
 * WRONG_STATE, and one that is to rest elsewhere also with RESIDENCY_VIOLATED, or INVALID_INPUT when the driver has no site
 * there.
 *
 * @param operationId id that the operation will have
 * @param backupId id that the snapshot will have
 * @param region where it is to rest, or null for where the instance is
 */
public record BackupInstance(
        @TargetAggregateIdentifier InstanceId instanceId,
        OperationId operationId,
        BackupId backupId,
        @Nullable Region region)
        implements InstanceCommand {
    /** A snapshot that rests where the instance is. */
    public BackupInstance(InstanceId instanceId, OperationId operationId, BackupId backupId) {
        this(instanceId, operationId, backupId, null);
    }
}
