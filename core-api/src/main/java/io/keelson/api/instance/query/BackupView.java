package io.keelson.api.instance.query;

import io.keelson.api.backup.BackupFacts;
import io.keelson.api.backup.BackupId;
import io.keelson.api.version.SemanticVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup as last projected.
 *
 * @param version what the instance ran
 * @param region where the instance ran
 * @param storedIn region in which it rests, or null for the same
 */
public record BackupView(
        BackupId id,
        SemanticVersion version,
        String region,
        @Nullable String storedIn,
        BackupFacts facts,
        Instant createdAt) {
    /** Region in which it rests. */
    public String restsIn() {
        return storedIn == null ? region : storedIn;
    }
}
