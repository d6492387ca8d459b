package io.keelson.job.view;

import io.keelson.api.job.JobId;
import io.keelson.api.job.query.JobAttemptView;
import io.keelson.api.job.query.JobLogLine;
import io.keelson.api.job.query.JobLogPage;
import io.keelson.api.query.Page;
import io.keelson.api.query.PageInfo;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what tries of jobs left behind: failures and log lines. */
final class JobRecords {
    private static final String ATTEMPTS = """
        select job_id, attempt, node, started_at, ended_at, outcome, error, stack
        from jobs.platform_job_attempt where job_id = any(:ids) order by job_id, claim\
        """;
    private static final String LINES = """
        select attempt, seq, at, line from jobs.platform_job_log
        where job_id = :id and seq > :after order by seq limit :limit\
        """;
    private static final String LINE_COUNT = "select count(*) from jobs.platform_job_log where job_id = :id";

    private final JdbcClient jdbc;

    JobRecords(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<JobAttemptView> attempts(Collection<JobId> ids) {
        return jdbc.sql(ATTEMPTS)
                .param("ids", JobTable.uuids(ids))
                .query((row, _) -> new JobAttemptView(
                        new JobId(JobRow.uuid(row, "job_id")),
                        row.getInt("attempt"),
                        row.getString("node"),
                        JobRow.instant(row, "started_at"),
                        Objects.requireNonNull(JobRow.instant(row, "ended_at")),
                        row.getString("outcome"),
                        row.getString("error"),
                        row.getString("stack")))
                .list();
    }

    JobLogPage lines(JobId job, Page page) {
        List<JobLogLine> found = jdbc.sql(LINES)
                .param("id", job.value())
                .param("after", page.after() == null ? 0 : Cursors.read(page.after(), Integer::valueOf))
                .param("limit", page.first() + 1)
                .query((row, _) -> new JobLogLine(
                        row.getInt("attempt"),
                        row.getInt("seq"),
                        Objects.requireNonNull(JobRow.instant(row, "at")),
                        row.getString("line")))
                .list();
        List<JobLogLine> items = found.subList(0, Math.min(page.first(), found.size()));
        long total =
                jdbc.sql(LINE_COUNT).param("id", job.value()).query(Long.class).single();
        return new JobLogPage(
                List.copyOf(items),
                items.stream().map(line -> Cursors.of(line.number())).toList(),
                new PageInfo(found.size() > page.first(), total));
    }
}
