package io.keelson.graphql.instance;

import io.keelson.api.backup.BackupId;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.command.BackupInstance;
import io.keelson.api.instance.command.MigrateInstance;
import io.keelson.api.instance.command.ReconcileInstance;
import io.keelson.api.instance.command.RestartInstance;
import io.keelson.api.instance.command.ResumeInstance;
import io.keelson.api.instance.command.SetMaintenance;
import io.keelson.api.instance.command.SuspendInstance;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.graphql.input.InputField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of many instances at once; the same as the mutation for one of them. */
enum BulkAction {
    SUSPEND,
    RESUME,
    BACK_UP,
    TERMINATE,
    ENTER_MAINTENANCE,
    LEAVE_MAINTENANCE,
    RESTART,
    RECONCILE,
    MIGRATE;

    /** The command for one instance; its handler answers with the id of the operation. */
    Object command(InstanceId instance, OperationId operation, BackupId backup, @Nullable String region) {
        return switch (this) {
            case SUSPEND -> new SuspendInstance(instance, operation, SuspensionCause.PERSON);
            case RESUME -> new ResumeInstance(instance, operation, SuspensionCause.PERSON);
            case BACK_UP -> new BackupInstance(instance, operation, backup);
            case TERMINATE -> new TerminateInstance(instance, operation, backup);
            case ENTER_MAINTENANCE -> new SetMaintenance(instance, operation, true);
            case LEAVE_MAINTENANCE -> new SetMaintenance(instance, operation, false);
            case RESTART -> new RestartInstance(instance, operation);
            case RECONCILE -> new ReconcileInstance(instance, operation, List.of(), "Somebody asked for it.");
            case MIGRATE -> new MigrateInstance(instance, operation, target(region), null);
        };
    }

    /** Refuses a region that is missing or was meant for another action. */
    void requireFits(@Nullable String region) {
        if (this == MIGRATE) {
            target(region);
        } else if (region != null) {
            throw RejectedException.invalid(
                    "region", "The action %s has no region; leave it out, or ask for MIGRATE.".formatted(this));
        }
    }

    private static Region target(@Nullable String region) {
        if (region == null) {
            throw RejectedException.invalid("region", "The action MIGRATE needs the region where to.");
        }
        return InputField.read("region", region, Region::new);
    }
}
