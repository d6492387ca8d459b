package io.keelson.command.instance;

import io.keelson.api.backup.BackupId;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceCondition;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.event.ChannelSet;
import io.keelson.api.instance.event.DataTransferApproved;
import io.keelson.api.instance.event.DeletionProtectionSwitched;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.event.InstanceConfigured;
import io.keelson.api.instance.event.InstanceDriftChanged;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceHealthChanged;
import io.keelson.api.instance.event.InstanceMigrated;
import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceOperationRetried;
import io.keelson.api.instance.event.InstancePinned;
import io.keelson.api.instance.event.InstanceProvisioningFailed;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceReconciled;
import io.keelson.api.instance.event.InstanceRestarted;
import io.keelson.api.instance.event.InstanceRestored;
import io.keelson.api.instance.event.InstanceResumed;
import io.keelson.api.instance.event.InstanceRolledBack;
import io.keelson.api.instance.event.InstanceScaled;
import io.keelson.api.instance.event.InstanceSuspended;
import io.keelson.api.instance.event.InstanceTagged;
import io.keelson.api.instance.event.InstanceTerminated;
import io.keelson.api.instance.event.InstanceTerminationFailed;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.instance.event.InstanceUpgraded;
import io.keelson.api.instance.event.MaintenanceSwitched;
import io.keelson.api.instance.event.MaintenanceWindowsSet;
import io.keelson.api.instance.event.TerminationConfirmed;
import io.keelson.api.instance.event.UpdatePolicySet;
import io.keelson.api.instance.event.UpgradeApproved;
import io.keelson.api.instance.event.UpgradeProposed;
import io.keelson.api.instance.event.UpgradeRejected;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.tenant.residency.Region;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an instance is and where it stands after all of its events. */
final class InstanceState {
    private static final String FIELD = "instanceId";

    private final InstanceId instanceId;
    private InstanceBlueprint blueprint;
    private InstanceStatus status;
    private InstanceStatus beforeTermination = InstanceStatus.ACTIVE;
    private @Nullable BackupId lastBackup;
    private OperationId latestOperation;
    private InstanceStatus beforeOperation = InstanceStatus.ACTIVE;
    private @Nullable InstanceOperationRequested active;
    private @Nullable InstanceOperationRequested accepted;
    private InstanceCondition condition = InstanceCondition.NORMAL;
    private @Nullable Region alsoIn;
    private List<InstanceTag> tags = List.of();
    private final UpgradeState upgrades;
    private final Map<BackupId, InstanceBackedUp> backups = new LinkedHashMap<>();

    private final Set<String> confirmedBy = new LinkedHashSet<>();

    InstanceState(InstanceProvisioningRequested event) {
        instanceId = event.instanceId();
        blueprint = event.blueprint();
        status = InstanceStatus.PROVISIONING;
        latestOperation = event.operationId();
        upgrades = new UpgradeState(event.updatePolicy());
    }

    void evolve(InstanceEvent event) {
        upgrades.evolve(event);
        switch (event) {
            case InstanceProvisioningRequested _ -> {}
            case InstanceActivated _ -> status = InstanceStatus.ACTIVE;
            case InstanceProvisioningFailed _ -> status = InstanceStatus.FAILED;
            case InstanceTerminationFailed failed ->
                status = failed.nothingRemoved() ? beforeTermination : InstanceStatus.FAILED;
            case InstanceTerminationRequested requested -> {
                beforeTermination = status;
                lastBackup = requested.lastBackup();
                status = InstanceStatus.TERMINATING;
                latestOperation = requested.operationId();
            }
            case InstanceTerminated _ -> status = InstanceStatus.TERMINATED;
            case InstanceOperationRequested requested -> {
                active = requested;
                accepted = requested;
                beforeOperation = status;
                latestOperation = requested.operationId();
            }
            case InstanceOperationFailed failed -> {
                alsoIn = failed.takenBack() || active == null ? null : destinationOf(active);
                ended(failed.takenBack() ? beforeOperation : InstanceStatus.FAILED);
            }
            case InstanceOperationRetried _ -> active = accepted;
            case InstanceSuspended suspended -> {
                ended(InstanceStatus.SUSPENDED);
                condition = condition.withSuspension(suspended.cause());
            }
            case InstanceResumed _ -> {
                ended(InstanceStatus.ACTIVE);
                condition = condition.withSuspension(null);
            }
            case InstanceBackedUp backedUp -> {
                ended(status);
                backups.put(backedUp.backupId(), backedUp);
                backedUp.expired().forEach(backups::remove);
            }
            case InstanceRestored restored -> {
                ended(status);
                blueprint = restored.blueprint();
            }
            case InstanceConfigured configured -> {
                ended(status);
                blueprint = blueprint.withConfiguration(configured.configuration());
            }
            case InstanceScaled scaled -> {
                ended(status);
                blueprint = blueprint.withResources(scaled.resources());
            }
            case InstanceMigrated migrated -> {
                ended(status);
                blueprint = blueprint.withConfiguration(migrated.configuration());
            }
            case DataTransferApproved _ -> {}
            case InstanceTagged tagged -> tags = tagged.tags();
            case MaintenanceSwitched switched -> {
                ended(status);
                condition = condition.withMaintenance(switched.on());
            }
            case DeletionProtectionSwitched switched -> {
                condition = condition.withProtection(switched.on(), switched.secondPerson());
                confirmedBy.clear();
            }
            case InstanceRestarted _, InstanceReconciled _ -> ended(status);
            case InstanceHealthChanged _, InstanceDriftChanged _ -> {}
            case TerminationConfirmed confirmed -> confirmedBy.add(confirmed.actorId());
            case InstanceUpgraded upgraded -> versionChanged(upgraded.blueprint());
            case InstanceRolledBack back -> versionChanged(back.blueprint());
            case UpdatePolicySet _,
                    ChannelSet _,
                    InstancePinned _,
                    MaintenanceWindowsSet _,
                    UpgradeProposed _,
                    UpgradeApproved _,
                    UpgradeRejected _ -> {}
        }
    }

    private void versionChanged(InstanceBlueprint now) {
        ended(status);
        blueprint = now;
    }

    private void ended(InstanceStatus now) {
        status = now;
        active = null;
    }

    private static @Nullable Region destinationOf(InstanceOperationRequested operation) {
        return operation.kind() == OperationKind.MIGRATE ? regionOf(operation.targetOrSame()) : null;
    }

    private static Region regionOf(InstanceBlueprint blueprint) {
        return new Region(blueprint.configuration().region());
    }

    InstanceId instanceId() {
        return instanceId;
    }

    InstanceBlueprint blueprint() {
        return blueprint;
    }

    /** Where it runs. */
    Region region() {
        return regionOf(blueprint);
    }

    /** Where a migration that could not be taken back may have left something. */
    @Nullable
    Region alsoIn() {
        return alsoIn;
    }

    InstanceStatus status() {
        return status;
    }

    /** The last operation that was accepted, over or not. */
    OperationId latestOperation() {
        return latestOperation;
    }

    List<InstanceTag> tags() {
        return tags;
    }

    InstanceCondition condition() {
        return condition;
    }

    /** What is wished, asked for and known about upgrades. */
    UpgradeState upgrades() {
        return upgrades;
    }

    /** The backups that are kept, oldest first. */
    Map<BackupId, InstanceBackedUp> backups() {
        return backups;
    }

    /** The operation with this id if it is changing the living instance now. */
    @Nullable
    InstanceOperationRequested active(OperationId operationId) {
        return active != null && active.operationId().equals(operationId) ? active : null;
    }

    boolean busy() {
        return active != null;
    }

    /** Whether this operation was the last one that was accepted. */
    boolean hasBegun(OperationId operationId) {
        return latestOperation.equals(operationId);
    }

    /** Whether this operation on the living instance has made it fail. */
    boolean hasFailedBy(OperationId operationId) {
        return status == InstanceStatus.FAILED
                && accepted != null
                && accepted.operationId().equals(operationId)
                && latestOperation.equals(operationId);
    }

    boolean isRunning(OperationId operationId, InstanceStatus expected) {
        return status == expected && latestOperation.equals(operationId);
    }

    /** Whether no operation changes it. */
    boolean isIdle() {
        return active == null && status != InstanceStatus.PROVISIONING && status != InstanceStatus.TERMINATING;
    }

    /** Refuses with OPERATION_IN_PROGRESS, and names the operation, while one changes the instance. */
    void requireIdle() {
        if (!isIdle()) {
            throw new RejectedException(
                    ErrorCode.OPERATION_IN_PROGRESS,
                    FIELD,
                    "%s is being changed by %s (%s); ask again when that is over."
                            .formatted(instanceId, latestOperation, deed()));
        }
    }

    /** Refuses with WRONG_STATE unless the instance is in one of these. */
    void requireStatus(Set<InstanceStatus> allowed) {
        if (!allowed.contains(status)) {
            throw wrongState("%s is %s; this needs an instance that is %s."
                    .formatted(
                            instanceId,
                            status,
                            allowed.stream().map(InstanceStatus::name).sorted().collect(Collectors.joining(" or "))));
        }
    }

    /** Refuses with DELETION_PROTECTED. */
    void requireUnprotected() {
        if (condition.deletionProtected()) {
            throw new RejectedException(
                    ErrorCode.DELETION_PROTECTED,
                    FIELD,
                    "%s is protected from deletion; switch the protection off first.".formatted(instanceId));
        }
    }

    /** Refuses with CONFIRMATION_MISSING unless somebody else than this actor has agreed, where that is demanded. */
    void requireConfirmedByAnother(String actorId) {
        if (condition.secondPerson() && confirmedBy.stream().allMatch(actorId::equals)) {
            throw new RejectedException(
                    ErrorCode.CONFIRMATION_MISSING,
                    FIELD,
                    "%s is only terminated when another person than %s has confirmed it; ask for that first."
                            .formatted(instanceId, actorId));
        }
    }

    boolean isConfirmedBy(String actorId) {
        return confirmedBy.contains(actorId);
    }

    /** The backup that the running termination has asked for. */
    @Nullable
    BackupId lastBackup() {
        return lastBackup;
    }

    RejectedException wrongState(String message) {
        return new RejectedException(ErrorCode.WRONG_STATE, FIELD, message);
    }

    private String deed() {
        if (active != null) {
            return active.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return status == InstanceStatus.PROVISIONING ? "provision" : "terminate";
    }
}
