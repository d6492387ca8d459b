package io.keelson.command.instance;

import io.keelson.api.backup.BackupFacts;
import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.event.InstanceConfigured;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceMigrated;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceReconciled;
import io.keelson.api.instance.event.InstanceRestarted;
import io.keelson.api.instance.event.InstanceRestored;
import io.keelson.api.instance.event.InstanceResumed;
import io.keelson.api.instance.event.InstanceRolledBack;
import io.keelson.api.instance.event.InstanceScaled;
import io.keelson.api.instance.event.InstanceSuspended;
import io.keelson.api.instance.event.InstanceUpgraded;
import io.keelson.api.instance.event.MaintenanceSwitched;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.tenant.residency.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the success of each kind of operation means for the living instance. */
final class OperationOutcome {
    private OperationOutcome() {}

    static InstanceEvent of(InstanceOperationRequested request, Map<String, String> outputs) {
        InstanceId instance = request.instanceId();
        OperationId operation = request.operationId();
        InstanceBlueprint target = request.targetOrSame();
        return switch (request.kind()) {
            case SUSPEND -> new InstanceSuspended(instance, operation, cause(request));
            case RESUME -> new InstanceResumed(instance, operation, cause(request), url(outputs));
            case CONFIGURE -> new InstanceConfigured(instance, operation, target.configuration(), url(outputs));
            case SCALE -> new InstanceScaled(instance, operation, target.resources());
            case BACKUP ->
                backedUp(instance, operation, backup(request), request.blueprint(), outputs, storedIn(request));
            case RESTORE -> new InstanceRestored(instance, operation, backup(request), target, url(outputs));
            case MIGRATE -> new InstanceMigrated(instance, operation, target.configuration(), url(outputs));
            case ENTER_MAINTENANCE -> new MaintenanceSwitched(instance, operation, true);
            case LEAVE_MAINTENANCE -> new MaintenanceSwitched(instance, operation, false);
            case HEAL -> new InstanceRestarted(instance, operation, true, url(outputs));
            case RESTART -> new InstanceRestarted(instance, operation, false, url(outputs));
            case RECONCILE -> new InstanceReconciled(instance, operation, outputs.get("url"));
            case UPGRADE ->
                new InstanceUpgraded(instance, operation, request.blueprint(), target, backup(request), url(outputs));
            case ROLLBACK -> new InstanceRolledBack(instance, operation, request.blueprint(), target, url(outputs));
            case PROVISION, TERMINATE ->
                throw new IllegalStateException(operation + " is no operation on a living instance");
        };
    }

    /** The backup that an upgrade makes on its way. */
    static InstanceBackedUp backupOf(InstanceOperationRequested request, Map<String, String> outputs) {
        return backedUp(
                request.instanceId(),
                request.operationId(),
                backup(request),
                request.blueprint(),
                outputs,
                storedIn(request));
    }

    /** What a backup step has made. */
    static InstanceBackedUp backedUp(
            InstanceId instance,
            OperationId operation,
            BackupId backup,
            InstanceBlueprint blueprint,
            Map<String, String> outputs,
            @Nullable Region storedIn) {
        return new InstanceBackedUp(instance, operation, backup, facts(outputs), blueprint, expired(outputs), storedIn);
    }

    private static @Nullable Region storedIn(InstanceOperationRequested request) {
        String region = request.parameters().get(OperationParameter.BACKUP_REGION);
        return region == null ? null : new Region(region);
    }

    private static SuspensionCause cause(InstanceOperationRequested request) {
        return new SuspensionCause(request.parameters().get(OperationParameter.SUSPENSION_ID));
    }

    private static BackupId backup(InstanceOperationRequested request) {
        String id = request.parameters().get(OperationParameter.BACKUP_ID);
        if (id == null) {
            throw new IllegalStateException(request.operationId() + " names no backup");
        }
        return new BackupId(UUID.fromString(id));
    }

    private static BackupFacts facts(Map<String, String> outputs) {
        return new BackupFacts(
                number(outputs, "backupBytes"),
                number(outputs, "backupMillis"),
                outputs.getOrDefault("backupChecksum", ""),
                number(outputs, "backupRows"),
                (int) number(outputs, "backupFiles"),
                outputs.getOrDefault("backupLocation", ""));
    }

    private static List<BackupId> expired(Map<String, String> outputs) {
        return Arrays.stream(outputs.getOrDefault("expiredBackups", "").split(","))
                .filter(id -> !id.isEmpty())
                .map(id -> new BackupId(UUID.fromString(id)))
                .toList();
    }

    private static long number(Map<String, String> outputs, String name) {
        return Long.parseLong(outputs.getOrDefault(name, "0"));
    }

    private static String url(Map<String, String> outputs) {
        return outputs.getOrDefault("url", "");
    }
}
