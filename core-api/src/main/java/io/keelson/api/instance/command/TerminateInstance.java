package io.keelson.api.instance.command;

import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks to remove an instance and everything it has but its backups. Answers with the id of the terminating operation. Asking
 * again while it is terminating or terminated answers with the id of the earlier one and changes nothing. Needs a reason in
 * the metadata. Rejected with INSTANCE_NOT_FOUND, DELETION_PROTECTED, CONFIRMATION_MISSING until another actor has confirmed
 * it where that is demanded, or OPERATION_IN_PROGRESS while another operation changes it.
 *
 * @param operationId id that the operation will have if one is started
 * @param lastBackup id of the backup to make first, or null for none; of a failed instance none is made
 */
public record TerminateInstance(
        @TargetAggregateIdentifier InstanceId instanceId,
        OperationId operationId,
        @Nullable BackupId lastBackup) implements InstanceCommand {
    /** A termination without a last backup. */
    public TerminateInstance(InstanceId instanceId, OperationId operationId) {
        this(instanceId, operationId, null);
    }
}
