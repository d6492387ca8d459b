package io.keelson.api.upgrade;

import io.keelson.api.backup.BackupId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.version.SemanticVersion;
import java.time.Instant;

/**
 * The last upgrade of an instance, as long as it may be taken back.
 *
 * @param reversible whether the release that runs knows how to take its migrations back
 */
public record UpgradeRecord(
        OperationId operationId,
        SemanticVersion from,
        SemanticVersion to,
        BackupId backupId,
        Instant at,
        boolean reversible) {}
