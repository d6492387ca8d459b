package io.keelson.api.instance.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.backup.BackupFacts;
import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.tenant.residency.Region;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the instance was made.
 *
 * @param blueprint the instance as it is in the snapshot
 * @param expired earlier snapshots that were deleted because enough newer ones are kept
 * @param storedIn region in which the snapshot rests, or null when it is that of the instance
 */
@LogicalName("instance.backed-up")
@Revision("1")
public record InstanceBackedUp(
        InstanceId instanceId,
        OperationId operationId,
        BackupId backupId,
        BackupFacts facts,
        InstanceBlueprint blueprint,
        List<BackupId> expired,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Region storedIn)
        implements InstanceEvent {
    /** A snapshot that rests where the instance is. */
    public InstanceBackedUp(
            InstanceId instanceId,
            OperationId operationId,
            BackupId backupId,
            BackupFacts facts,
            InstanceBlueprint blueprint,
            List<BackupId> expired) {
        this(instanceId, operationId, backupId, facts, blueprint, expired, null);
    }

    /** Region in which the snapshot rests. */
    public Region restsIn() {
        return storedIn == null ? new Region(blueprint.configuration().region()) : storedIn;
    }
}
