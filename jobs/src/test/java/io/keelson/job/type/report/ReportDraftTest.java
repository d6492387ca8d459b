package io.keelson.job.type.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.keelson.job.queue.JobFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDraftTest {
    @TempDir
    private Path directory;

    @Test
    void aFileAppearsWholeOrNotAtAll() throws Exception {
        UUID id = UUID.randomUUID();
        ReportDirectory reports = new ReportDirectory(directory.resolve("reports"), 100);
        try (ReportDraft draft = reports.draft(id)) {
            draft.append("half");
            assertThat(reports.file(id)).doesNotExist();
        }
        assertThat(reports.path()).isEmptyDirectory();

        try (ReportDraft draft = reports.draft(id)) {
            draft.append("whole");
            draft.finish(reports.file(id));
        }
        assertThat(reports.file(id)).hasContent("whole");
        assertThat(reports.path()).isDirectoryNotContaining("glob:**.draft*");
    }

    @Test
    void aReportThatIsTooLargeIsNotTriedAgain() throws Exception {
        try (ReportDraft draft = new ReportDirectory(directory, 3).draft(UUID.randomUUID())) {
            assertThatThrownBy(() -> draft.append("four")).isInstanceOfSatisfying(JobFailure.class, failure -> {
                assertThat(failure.code()).isEqualTo("REPORT_TOO_LARGE");
                assertThat(failure.retryable()).isFalse();
            });
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFullDiskHasANameAndIsTriedAgain() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(Files.isWritable(full))
                .as("this system has a device that is full")
                .isTrue();
        Path link = Files.createSymbolicLink(directory.resolve("draft"), full);
        try (ReportDraft draft = new ReportDraft(link, 1 << 20)) {
            assertThatThrownBy(() -> draft.append("x".repeat(200_000)))
                    .isInstanceOfSatisfying(JobFailure.class, failure -> {
                        assertThat(failure.code()).isEqualTo("DISK_FULL");
                        assertThat(failure.retryable()).isTrue();
                    });
        }
        assertThat(directory).isEmptyDirectory();
    }
}
