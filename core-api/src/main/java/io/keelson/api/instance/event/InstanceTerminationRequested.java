package io.keelson.api.instance.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.tenant.residency.Region;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The instance is to be removed; its terminating operation follows.
 *
 * @param lastBackup id of the backup that is made first, or null for none
 * @param alsoIn region in which a migration that failed may have left something, or null for none
 */
@LogicalName("instance.termination-requested")
@Revision("1")
public record InstanceTerminationRequested(
        InstanceId instanceId,
        OperationId operationId,
        InstanceBlueprint blueprint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BackupId lastBackup,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Region alsoIn)
        implements InstanceEvent {
    /** A termination of an instance that is in one place. */
    public InstanceTerminationRequested(
            InstanceId instanceId,
            OperationId operationId,
            InstanceBlueprint blueprint,
            @Nullable BackupId lastBackup) {
        this(instanceId, operationId, blueprint, lastBackup, null);
    }

    /** A termination without a last backup. */
    public InstanceTerminationRequested(InstanceId instanceId, OperationId operationId, InstanceBlueprint blueprint) {
        this(instanceId, operationId, blueprint, null, null);
    }
}
