package io.keelson.job.type.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * Where the files of reports lie.
 *
 * @param path made when missing; nodes that share a queue must share it too, or a report is found on one of them only
 * @param mostBytes how large one report may get
 */
public record ReportDirectory(Path path, long mostBytes) {
    static final String DRAFT = ".draft-";
    static final String END = ".csv";

    Path file(UUID jobId) {
        return path.resolve(jobId + END);
    }

    /** A new draft; two tries that run at once write two. */
    ReportDraft draft(UUID jobId) throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new ReportDraft(Files.createTempFile(path, DRAFT + jobId + "-", null), mostBytes);
    }
}
