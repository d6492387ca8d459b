package io.keelson.job.type.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes the files of reports whose jobs are no longer kept, and drafts of tries that died. Fits a Spring lifecycle. */
public final class ReportSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ReportSweep.class);
    /** Longer than any try may take. */
    private static final Duration DRAFTS_KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final ReportDirectory directory;
    private final Clock clock;
    private final Duration every;
    private @Nullable ScheduledExecutorService watch;

    /**
     * Makes a sweep.
     *
     * @param every how often to look; an hour suits
     */
    public ReportSweep(DataSource dataSource, ReportDirectory directory, Clock clock, Duration every) {
        this.jdbc = JdbcClient.create(dataSource);
        this.directory = directory;
        this.clock = clock;
        this.every = every;
    }

    /** Begins to look. Twice: changes nothing. */
    public synchronized void start() {
        if (watch == null) {
            watch = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("report-sweep").factory());
            var _ = watch.scheduleWithFixedDelay(
                    this::sweepOrTell, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends looking. Twice: changes nothing. */
    public synchronized void stop() {
        if (watch != null) {
            watch.shutdown();
            watch = null;
        }
    }

    public synchronized boolean isRunning() {
        return watch != null;
    }

    /**
     * Looks once.
     *
     * @return how many files were deleted
     */
    public int sweep() throws IOException {
        if (!Files.isDirectory(directory.path())) {
            return 0;
        }
        int deleted = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.path())) {
            for (Path file : files) {
                if (forgotten(file) && Files.deleteIfExists(file)) {
                    deleted++;
                }
            }
        }
        return deleted;
    }

    private boolean forgotten(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.startsWith(ReportDirectory.DRAFT)) {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(clock.instant().minus(DRAFTS_KEPT));
        }
        if (!name.endsWith(ReportDirectory.END)) {
            return false;
        }
        try {
            UUID jobId = UUID.fromString(name.substring(0, name.length() - ReportDirectory.END.length()));
            return !jdbc.sql("select exists (select 1 from jobs.platform_job where id = ?)")
                    .param(jobId)
                    .query(Boolean.class)
                    .single();
        } catch (IllegalArgumentException notOurs) {
            return false;
        }
    }

    private void sweepOrTell() {
        try {
            int deleted = sweep();
            if (deleted > 0) {
                LOG.info("{} files of reports were deleted; their jobs are no longer kept.", deleted);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Old reports could not be deleted; it is tried again in {}.", every, e);
        }
    }
}
