package io.keelson.job.type.report;

import io.keelson.job.queue.JobOwner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of reports that are whole: their job has succeeded and was not removed yet. */
public final class FinishedReports {
    private final JdbcClient jdbc;
    private final ReportDirectory directory;

    public FinishedReports(DataSource dataSource, ReportDirectory directory) {
        this.jdbc = JdbcClient.create(dataSource);
        this.directory = directory;
    }

    /** The file of a finished report, whoever's it is. */
    public Optional<Path> find(UUID jobId) {
        return jdbc.sql("select tenant_id from jobs.platform_job where id = :id and type = :type and status = 3")
                .param("id", jobId)
                .param("type", ReportCsvHandler.TYPE)
                .query(UUID.class)
                .optional()
                .map(_ -> directory.file(jobId))
                .filter(Files::isRegularFile);
    }

    /**
     * The file of a finished report of a tenant, or of anybody when the platform itself asks.
     *
     * @param tenantId all zeros for the platform
     */
    public Optional<Path> find(UUID jobId, UUID tenantId) {
        boolean platform = tenantId.equals(JobOwner.PLATFORM.tenantId());
        return find(jobId).filter(_ -> platform || ownedBy(jobId, tenantId));
    }

    private boolean ownedBy(UUID jobId, UUID tenantId) {
        return jdbc.sql("select exists (select 1 from jobs.platform_job where id = :id and tenant_id = :tenant)")
                .param("id", jobId)
                .param("tenant", tenantId)
                .query(Boolean.class)
                .single();
    }
}
