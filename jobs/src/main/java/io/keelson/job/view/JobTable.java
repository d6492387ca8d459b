package io.keelson.job.view;

import io.keelson.api.job.JobId;
import io.keelson.api.job.query.JobContent;
import io.keelson.api.job.query.JobFilter;
import io.keelson.api.job.query.JobPage;
import io.keelson.api.job.query.JobPosition;
import io.keelson.api.job.query.JobView;
import io.keelson.api.query.Direction;
import io.keelson.api.query.Page;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads jobs. */
final class JobTable {
    private static final String BY_ID =
            "select %s from jobs.platform_job where id = any(:ids)".formatted(JobRow.COLUMNS);
    private static final String CONTENTS = """
        select id, cast(payload as text) as payload, cast(result as text) as result, last_stack
        from jobs.platform_job where id = any(:ids)\
        """;
    // Two ranges of one index each; as one condition it would be walked to its end.
    private static final String POSITIONS = """
        select j.id, least(:most,
          (select count(*) from (select 1 from jobs.platform_job b
            where b.status = 1 and b.queue = j.queue and b.priority > j.priority limit :most) more_urgent)
          + (select count(*) from (select 1 from jobs.platform_job b
            where b.status = 1 and b.queue = j.queue and b.priority = j.priority
              and (b.fair_seq, b.id) < (j.fair_seq, j.id) limit :most) earlier)) as before
        from jobs.platform_job j where j.id = any(:ids) and j.status = 1\
        """;
    private static final int MOST_BEFORE = 1_000;
    private static final int MOST_COUNTED = 10_000;

    private final JdbcClient jdbc;

    JobTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<JobView> byId(Collection<JobId> ids) {
        return jdbc.sql(BY_ID)
                .param("ids", uuids(ids))
                .query((row, _) -> JobRow.view(row))
                .list();
    }

    JobPage page(JobFilter filter, Direction direction, Page page) {
        JobSearch search = new JobSearch(filter);
        if (page.after() != null) {
            search.behind(Cursors.read(page.after(), UUID::fromString), direction);
        }
        String sql = "select %s from jobs.platform_job where %s order by id %s limit :limit"
                .formatted(JobRow.COLUMNS, search.condition(), direction.name().toLowerCase(Locale.ROOT));
        List<JobView> found = jdbc.sql(sql)
                .params(search.values())
                .param("limit", page.first() + 1)
                .query((row, _) -> JobRow.view(row))
                .list();
        List<JobView> items = found.subList(0, Math.min(page.first(), found.size()));
        return new JobPage(
                List.copyOf(items),
                items.stream().map(job -> Cursors.of(job.id().value())).toList(),
                found.size() > page.first());
    }

    long count(JobFilter filter) {
        JobSearch search = new JobSearch(filter);
        String sql = "select count(*) from (select 1 from jobs.platform_job where %s limit :limit) found"
                .formatted(search.condition());
        return jdbc.sql(sql)
                .params(search.values())
                .param("limit", MOST_COUNTED)
                .query(Long.class)
                .single();
    }

    List<JobContent> contents(Collection<JobId> ids) {
        return jdbc.sql(CONTENTS)
                .param("ids", uuids(ids))
                .query((row, _) -> new JobContent(
                        new JobId(JobRow.uuid(row, "id")),
                        row.getString("payload"),
                        row.getString("result"),
                        row.getString("last_stack")))
                .list();
    }

    List<JobPosition> positions(Collection<JobId> ids) {
        return jdbc.sql(POSITIONS)
                .param("ids", uuids(ids))
                .param("most", MOST_BEFORE)
                .query((row, _) -> new JobPosition(new JobId(JobRow.uuid(row, "id")), row.getInt("before")))
                .list();
    }

    static SqlArrayValue uuids(Collection<JobId> ids) {
        return new SqlArrayValue(
                "uuid", ids.stream().map(JobId::value).distinct().toArray());
    }
}
