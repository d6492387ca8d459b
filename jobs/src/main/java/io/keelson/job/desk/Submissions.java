package io.keelson.job.desk;

import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobSubmission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** What became of each call that submitted jobs. */
final class Submissions {
    private static final String FIND = "select job_ids, existing from jobs.platform_job_submission where id = :id";
    private static final String ADD =
            "insert into jobs.platform_job_submission (id, job_ids, existing) values (:id, :jobs, :existing)";

    private final JdbcClient jdbc;

    Submissions(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Optional<JobSubmission> find(JobBatchId batch) {
        return jdbc.sql(FIND)
                .param("id", batch.value())
                .query((row, _) -> new JobSubmission(ids(row, "job_ids"), ids(row, "existing")))
                .optional();
    }

    void add(JobBatchId batch, JobSubmission submission) {
        jdbc.sql(ADD)
                .param("id", batch.value())
                .param("jobs", uuids(submission.jobIds()))
                .param("existing", uuids(submission.existing()))
                .update();
    }

    private static List<JobId> ids(ResultSet row, String column) throws SQLException {
        Object[] uuids = (Object[]) row.getArray(column).getArray();
        return Stream.of(uuids).map(id -> new JobId((UUID) id)).toList();
    }

    private static SqlArrayValue uuids(List<JobId> ids) {
        return new SqlArrayValue("uuid", ids.stream().map(JobId::value).toArray());
    }
}
