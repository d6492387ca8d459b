package io.keelson.api.instance.event;

import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * The instance is as it was when the snapshot was made.
 *
 * @param url where it serves; empty when it listens nowhere
 */
@LogicalName("instance.restored")
@Revision("1")
public record InstanceRestored(
        InstanceId instanceId, OperationId operationId, BackupId backupId, InstanceBlueprint blueprint, String url)
        implements InstanceEvent {}
