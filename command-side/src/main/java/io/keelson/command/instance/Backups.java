package io.keelson.command.instance;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.BackupInstance;
import io.keelson.api.instance.command.RestoreInstance;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.tenant.residency.RegionTransfer;
import io.keelson.command.Reason;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** The part of an instance that is backed up and taken back to a backup. */
final class Backups {
    private static final Set<InstanceStatus> ACTIVE = EnumSet.of(InstanceStatus.ACTIVE);
    private static final Set<InstanceStatus> WITH_DATA = EnumSet.of(InstanceStatus.ACTIVE, InstanceStatus.SUSPENDED);

    private final InstanceState state;
    private final OperationRequests requests;

    Backups(InstanceState state) {
        this.state = state;
        this.requests = new OperationRequests(state);
    }

    @CommandHandler
    OperationId decide(
            BackupInstance command, Claims claims, BackupRetention retention, Directory directory, DriverSites sites) {
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(WITH_DATA);
            Map<String, String> parameters = new HashMap<>(Map.of(
                    OperationParameter.BACKUP_ID, command.backupId().value().toString(),
                    OperationParameter.KEEP_BACKUPS, Integer.toString(retention.keep())));
            Region elsewhere = command.region();
            if (elsewhere == null || elsewhere.equals(state.region())) {
                requests.begin(command.operationId(), OperationKind.BACKUP, null, Map.copyOf(parameters));
            } else {
                RegionTransfer transfer = new RegionTransfer(state.region(), elsewhere);
                requireMayRestIn(transfer, directory, sites);
                parameters.put(OperationParameter.BACKUP_REGION, elsewhere.value());
                requests.begin(command.operationId(), OperationKind.BACKUP, null, Map.copyOf(parameters));
                Transfers.record(state.instanceId(), command.operationId(), OperationKind.BACKUP, transfer);
            }
        }
        return command.operationId();
    }

    private void requireMayRestIn(RegionTransfer transfer, Directory directory, DriverSites sites) {
        InstanceBlueprint instance = state.blueprint();
        sites.of(instance.driver()).require(transfer.to());
        List<String> resting = instance.configuration().dataResidency();
        if (!resting.isEmpty() && !resting.contains(transfer.to().value())) {
            throw new RejectedException(
                    ErrorCode.RESIDENCY_VIOLATED,
                    "region",
                    "The data of %s may rest in %s only, not in %s."
                            .formatted(state.instanceId(), resting, transfer.to()));
        }
        Transfers.require(new Owners(directory).residency(instance), transfer, "region");
    }

    /** What the instance may use stays, for the machine may have less to give than it had then; and so does its place. */
    @CommandHandler
    OperationId decide(
            RestoreInstance command,
            Claims claims,
            Directory directory,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(ACTIVE);
            InstanceBackedUp backup = backup(command);
            RegionTransfer transfer = new RegionTransfer(backup.restsIn(), state.region());
            Transfers.require(new Owners(directory).residency(state.blueprint()), transfer, "backupId");
            requests.begin(command.operationId(), OperationKind.RESTORE, target(backup), parameters(backup, transfer));
            Transfers.record(state.instanceId(), command.operationId(), OperationKind.RESTORE, transfer);
        }
        return command.operationId();
    }

    private InstanceBlueprint target(InstanceBackedUp backup) {
        InstanceBlueprint now = state.blueprint();
        InstanceBlueprint then = backup.blueprint();
        return then.withConfiguration(then.configuration()
                        .movedTo(
                                now.configuration().region(),
                                now.configuration().dataResidency()))
                .withResources(now.resources());
    }

    private static Map<String, String> parameters(InstanceBackedUp backup, RegionTransfer transfer) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                OperationParameter.BACKUP_ID, backup.backupId().value().toString(),
                OperationParameter.BACKUP_CHECKSUM, backup.facts().checksum()));
        if (!transfer.staysInRegion()) {
            parameters.put(OperationParameter.BACKUP_REGION, transfer.from().value());
        }
        return Map.copyOf(parameters);
    }

    private InstanceBackedUp backup(RestoreInstance command) {
        InstanceBackedUp backup = state.backups().get(command.backupId());
        if (backup == null) {
            throw new RejectedException(
                    ErrorCode.BACKUP_NOT_FOUND,
                    "backupId",
                    "%s has no %s; its backups are %s."
                            .formatted(
                                    state.instanceId(),
                                    command.backupId(),
                                    state.backups().keySet()));
        }
        return backup;
    }
}
