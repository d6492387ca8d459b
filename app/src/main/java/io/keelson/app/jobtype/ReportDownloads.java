package io.keelson.app.jobtype;

import io.keelson.job.type.report.FinishedReports;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the files of finished reports at {@code /reports/<job id>}, whole or in ranges. */
@RestController
class ReportDownloads {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final String PREFIX = "job:";
    private static final int UUID_LENGTH = 36;

    private final FinishedReports reports;

    ReportDownloads(FinishedReports reports) {
        this.reports = reports;
    }

    /** The file, or 404 while the report is not finished, after it is gone, and when there was none. */
    @GetMapping("/reports/{job}")
    ResponseEntity<Resource> download(@PathVariable String job) {
        return id(job).flatMap(id -> reports.find(id).map(file -> found(id, file)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<Resource> found(UUID id, Path file) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("report-" + id + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(file));
    }

    private static Optional<UUID> id(String text) {
        String uuid = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        try {
            return uuid.length() == UUID_LENGTH ? Optional.of(UUID.fromString(uuid)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
