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
import io.keelson.command.Reason;
import io.keelson.command.claim.Claims;
import java.util.EnumSet;
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
    OperationId decide(BackupInstance command, Claims claims, BackupRetention retention) {
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(WITH_DATA);
            requests.begin(
                    command.operationId(),
                    OperationKind.BACKUP,
                    null,
                    Map.of(
                            OperationParameter.BACKUP_ID,
                            command.backupId().value().toString(),
                            OperationParameter.KEEP_BACKUPS,
                            Integer.toString(retention.keep())));
        }
        return command.operationId();
    }

    /** What the instance may use stays: the machine may have less to give than it had then. */
    @CommandHandler
    OperationId decide(
            RestoreInstance command, Claims claims, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(ACTIVE);
            InstanceBackedUp backup = backup(command);
            InstanceBlueprint target =
                    backup.blueprint().withResources(state.blueprint().resources());
            requests.begin(
                    command.operationId(),
                    OperationKind.RESTORE,
                    target,
                    Map.of(
                            OperationParameter.BACKUP_ID,
                            command.backupId().value().toString(),
                            OperationParameter.BACKUP_CHECKSUM,
                            backup.facts().checksum()));
        }
        return command.operationId();
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
