package io.keelson.job.desk;

import io.keelson.api.job.DeadJobFilter;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobPriority;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Looks up jobs that people want to act on. */
final class JobLookUp {
    private static final String COLUMNS = "id, type, queue, status, attempts, priority";
    private static final String FIND = "select %s from jobs.platform_job where id = :id".formatted(COLUMNS);
    private static final String DEAD = """
        select %s from jobs.platform_job
        where status = 4 and (:anyId or id = any(:ids)) and (cast(:type as text) is null or type = :type)
          and (cast(:queue as text) is null or queue = :queue)
          and (cast(:tenant as uuid) is null or tenant_id = :tenant)
          and (cast(:instance as uuid) is null or instance_id = :instance) and type = any(:open)
        order by id limit :limit\
        """.formatted(COLUMNS);

    private final JdbcClient jdbc;

    JobLookUp(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Optional<JobStanding> find(JobId id) {
        return jdbc.sql(FIND)
                .param("id", id.value())
                .query((row, _) -> standing(row))
                .optional();
    }

    /** Given-up jobs that match, oldest first. */
    List<JobStanding> dead(DeadJobFilter filter, Set<String> openTypes, int limit) {
        List<JobId> ids = filter.jobIds();
        Object[] uuids =
                ids == null ? new Object[0] : ids.stream().map(JobId::value).toArray();
        return jdbc.sql(DEAD)
                .param("anyId", ids == null)
                .param("ids", new SqlArrayValue("uuid", uuids))
                .param("type", text(filter.type()), Types.VARCHAR)
                .param("queue", text(filter.queue()), Types.VARCHAR)
                .param(
                        "tenant",
                        filter.tenantId() == null ? null : filter.tenantId().value(),
                        Types.OTHER)
                .param(
                        "instance",
                        filter.instanceId() == null ? null : filter.instanceId().value(),
                        Types.OTHER)
                .param("open", new SqlArrayValue("text", openTypes.toArray()))
                .param("limit", limit)
                .query((row, _) -> standing(row))
                .list();
    }

    private static @Nullable String text(@Nullable Object name) {
        return name == null ? null : name.toString();
    }

    private static JobStanding standing(ResultSet row) throws SQLException {
        return new JobStanding(
                new JobId(row.getObject("id", UUID.class)),
                new JobType(row.getString("type")),
                new QueueName(row.getString("queue")),
                JobStates.of(row.getInt("status"), row.getInt("attempts")),
                new JobPriority(row.getInt("priority")));
    }
}
