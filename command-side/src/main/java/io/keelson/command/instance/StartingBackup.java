package io.keelson.command.instance;

import io.keelson.api.backup.BackupId;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.tenant.residency.RegionTransfer;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.KnownBackup;
import io.keelson.command.directory.KnownTenant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The backup that a new instance begins with, if any.
 *
 * @param parameters what the provisioning must know of it
 * @param transfer where its data is carried, or null when it stays or nobody knows where it rests
 */
record StartingBackup(
        Map<String, String> parameters, @Nullable RegionTransfer transfer) {
    private static final StartingBackup NONE = new StartingBackup(Map.of(), null);

    /**
     * The backup that is asked for. Refuses with BACKUP_NOT_FOUND, with INVALID_INPUT when it is of another component or
     * version, and with RESIDENCY_VIOLATED when the tenant whose data it holds does not let it go there.
     */
    static StartingBackup of(ProvisionInstance command, Directory directory) {
        BackupId backupId = command.backup();
        if (backupId == null) {
            return NONE;
        }
        KnownBackup backup = directory
                .backup(backupId)
                .orElseThrow(() -> new RejectedException(
                        ErrorCode.BACKUP_NOT_FOUND, "backupId", "There is no %s.".formatted(backupId)));
        if (!backup.component().equals(command.component()) || !backup.version().equals(command.version())) {
            throw RejectedException.invalid(
                    "version",
                    "%s is one of %s %s; only the same version can begin with it."
                            .formatted(backupId, backup.component(), backup.version()));
        }
        RegionTransfer transfer = transfer(backup, command);
        if (transfer != null && backup.tenantId() != null) {
            Transfers.require(
                    directory
                            .tenant(backup.tenantId())
                            .map(KnownTenant::residency)
                            .orElse(null),
                    transfer,
                    "backupId");
        }
        return new StartingBackup(parameters(backupId, backup, transfer), transfer);
    }

    void recordTransfer(ProvisionInstance command) {
        if (transfer != null) {
            Transfers.record(command.instanceId(), command.operationId(), OperationKind.RESTORE, transfer);
        }
    }

    private static @Nullable RegionTransfer transfer(KnownBackup backup, ProvisionInstance command) {
        Region to = new Region(command.configuration().region());
        return backup.region() == null || backup.region().equals(to) ? null : new RegionTransfer(backup.region(), to);
    }

    private static Map<String, String> parameters(
            BackupId backupId, KnownBackup backup, @Nullable RegionTransfer transfer) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                OperationParameter.BACKUP_ID, backupId.value().toString(),
                OperationParameter.BACKUP_OF, backup.instanceId().value().toString(),
                OperationParameter.BACKUP_CHECKSUM, backup.checksum()));
        if (transfer != null) {
            parameters.put(OperationParameter.BACKUP_REGION, transfer.from().value());
        }
        return Map.copyOf(parameters);
    }
}
