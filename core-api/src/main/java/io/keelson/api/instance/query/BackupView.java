package io.keelson.api.instance.query;

import io.keelson.api.backup.BackupFacts;
import io.keelson.api.backup.BackupId;
import io.keelson.api.version.SemanticVersion;
import java.time.Instant;

/**
 * A backup as last projected.
 *
 * @param version what the instance ran
 * @param region where the instance ran
 */
public record BackupView(BackupId id, SemanticVersion version, String region, BackupFacts facts, Instant createdAt) {}
