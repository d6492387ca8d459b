package io.keelson.api.instance.event;

import io.keelson.api.backup.BackupFacts;
import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A snapshot of the instance was made.
 *
 * @param blueprint the instance as it is in the snapshot
 * @param expired earlier snapshots that were deleted because enough newer ones are kept
 */
@LogicalName("instance.backed-up")
@Revision("1")
public record InstanceBackedUp(
        InstanceId instanceId,
        OperationId operationId,
        BackupId backupId,
        BackupFacts facts,
        InstanceBlueprint blueprint,
        List<BackupId> expired)
        implements InstanceEvent {}
