package io.keelson.job.worker;

import io.keelson.api.query.PageInfo;
import io.keelson.api.worker.WorkerId;
import io.keelson.api.worker.query.FindWorkers;
import io.keelson.api.worker.query.GetWorkers;
import io.keelson.api.worker.query.WorkerJob;
import io.keelson.api.worker.query.WorkerPage;
import io.keelson.api.worker.query.WorkerView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads workers and what they hold. */
public final class WorkerQueries {
    private static final String WORKERS = """
            select *, cast(extract(epoch from started_at) * 1000000 as bigint) as micros from (
              select *, case
                when ended_at is not null or last_seen < clock_timestamp() - :silence * interval '1 millisecond'
                then 'GONE' when drain then 'DRAINING' else phase end as state
              from jobs.worker) worker
            """;
    private static final String BY_IDS = WORKERS + "where id = any(:ids)";
    private static final String MATCHING = "where (cast(:state as text) is null or state = :state)";
    private static final String PAGE = WORKERS + MATCHING + """
             and (started_at, id) > (timestamptz 'epoch' + :micros * interval '1 microsecond', cast(:id as uuid))
            order by started_at, id limit :limit""";
    private static final String COUNT = "select count(*) from (" + WORKERS + MATCHING + ") matching";
    private static final String JOBS = """
            select locked_by, id, type, started_at from (
              select locked_by, id, type, started_at,
                row_number() over (partition by locked_by order by started_at, id) as place
              from jobs.platform_job where status = 2 and locked_by = any(:ids)) held
            where place <= 100 order by place""";
    private static final WorkerCursor BEGINNING = new WorkerCursor(0, new UUID(0, 0));

    private final JdbcClient jdbc;
    private final Duration silence;

    /**
     * Makes queries.
     *
     * @param silence after how long without a report a worker is gone
     */
    public WorkerQueries(DataSource dataSource, Duration silence) {
        this.jdbc = JdbcClient.create(dataSource);
        this.silence = silence;
    }

    @QueryHandler
    List<WorkerView> handle(GetWorkers query) {
        return withJobs(jdbc.sql(BY_IDS)
                .param("silence", silence.toMillis())
                .param("ids", ids(query.ids().stream().map(WorkerId::value).toList()))
                .query(WorkerRow::of)
                .list());
    }

    @QueryHandler
    WorkerPage handle(FindWorkers query) {
        String after = query.page().after();
        WorkerCursor cursor = after == null ? BEGINNING : WorkerCursor.parse(after);
        int first = query.page().first();
        String state = query.state() == null ? null : query.state().name();
        List<WorkerRow> rows = jdbc.sql(PAGE)
                .param("silence", silence.toMillis())
                .param("state", state)
                .param("micros", cursor.micros())
                .param("id", cursor.id())
                .param("limit", first + 1)
                .query(WorkerRow::of)
                .list();
        long total = jdbc.sql(COUNT)
                .param("silence", silence.toMillis())
                .param("state", state)
                .query(Long.class)
                .single();
        List<WorkerRow> shown = rows.subList(0, Math.min(first, rows.size()));
        return new WorkerPage(
                withJobs(shown),
                shown.stream().map(row -> row.cursor().toString()).toList(),
                new PageInfo(rows.size() > first, total));
    }

    private List<WorkerView> withJobs(List<WorkerRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<WorkerJob>> jobs = new HashMap<>();
        jdbc.sql(JOBS)
                .param(
                        "ids",
                        ids(rows.stream().map(row -> row.view().id().value()).toList()))
                .query(row -> {
                    jobs.computeIfAbsent(row.getObject("locked_by", UUID.class), _ -> new ArrayList<>())
                            .add(new WorkerJob(
                                    row.getObject("id", UUID.class),
                                    row.getString("type"),
                                    row.getTimestamp("started_at").toInstant()));
                });
        return rows.stream()
                .map(row -> row.with(jobs.getOrDefault(row.view().id().value(), List.of())))
                .toList();
    }

    private static SqlArrayValue ids(List<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }
}
