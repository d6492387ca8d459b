package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The files of a snapshot against the digests in its manifest. */
final class BackupFiles {
    /** Where the copied files are, relative to the snapshot. */
    static final String FILES = "files";

    private BackupFiles() {}

    /** Reads everything; refuses with BACKUP_UNUSABLE at the first file that is missing or has changed. */
    static void requireWhole(BackupManifest manifest, Path directory) throws IOException, DriverException {
        UUID backupId = UUID.fromString(manifest.backupId());
        if (manifest.format() != BackupManifest.FORMAT) {
            throw BackupStore.unusable(backupId, "its format %d is not known".formatted(manifest.format()));
        }
        for (TableContent table : manifest.database().tables()) {
            require(backupId, directory.resolve(table.file()), table.sha256());
        }
        for (FileContent file : manifest.files()) {
            if (file.regular()) {
                require(backupId, FilesSnapshot.inside(directory.resolve(FILES), file), file.sha256());
            }
        }
    }

    private static void require(UUID backupId, Path file, String sha256) throws IOException, DriverException {
        if (!Files.isRegularFile(file)) {
            throw BackupStore.unusable(backupId, "its file %s is missing".formatted(file));
        }
        if (!Sha256.of(file).equals(sha256)) {
            throw BackupStore.unusable(backupId, "its file %s has changed since it was made".formatted(file));
        }
    }
}
