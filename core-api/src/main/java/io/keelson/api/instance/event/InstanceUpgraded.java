package io.keelson.api.instance.event;

import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * The instance runs a newer version.
 *
 * @param before the instance as it was
 * @param backupId the backup that was made on the way
 * @param url where it serves; empty when it listens nowhere
 */
@LogicalName("instance.upgraded")
@Revision("1")
public record InstanceUpgraded(
        InstanceId instanceId,
        OperationId operationId,
        InstanceBlueprint before,
        InstanceBlueprint blueprint,
        BackupId backupId,
        String url)
        implements InstanceEvent {}
