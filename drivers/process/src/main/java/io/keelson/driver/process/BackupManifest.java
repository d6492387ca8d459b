package io.keelson.driver.process;

import java.util.List;
import java.util.Map;

/**
 * What a snapshot holds, with the digest of every file in it. It holds no secret of Keelson's; what the customer's own
 * database and files hold is in the snapshot.
 *
 * @param format version of this document
 * @param createdAt ISO-8601 moment
 * @param millis how long it took to make
 * @param configuration what was switched on and set
 */
record BackupManifest(
        int format,
        String backupId,
        String instanceId,
        String operationId,
        String component,
        String version,
        String region,
        String createdAt,
        long millis,
        DatabaseContent database,
        List<FileContent> files,
        Map<String, Object> configuration) {
    static final int FORMAT = 1;

    long bytes() {
        return database.tables().stream().mapToLong(TableContent::bytes).sum()
                + files.stream().mapToLong(FileContent::bytes).sum();
    }
}
