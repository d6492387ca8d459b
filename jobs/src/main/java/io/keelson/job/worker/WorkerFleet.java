package io.keelson.job.worker;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All workers together, and what waits for them. */
public final class WorkerFleet {
    private static final int MOST_COUNTED = 100_000;
    private static final String LOOK = """
            select
              (select cast(coalesce(sum(ready), 0) as int) from jobs.platform_queue q, lateral (
                select count(*) as ready from (
                  select 1 from jobs.platform_job where status = 1 and queue = q.name limit :most) found) counted
                where not q.paused) as waiting,
              count(*) as workers, coalesce(sum(busy), 0) as busy, coalesce(sum(max_lanes), 0) as capacity
            from jobs.worker
            where ended_at is null and not drain and phase <> 'DRAINING'
              and last_seen > clock_timestamp() - :silence * interval '1 millisecond'""";

    private final JdbcClient jdbc;
    private final Duration silence;

    /**
     * Makes a view of the fleet.
     *
     * @param silence after how long without a report a worker is gone
     */
    public WorkerFleet(DataSource dataSource, Duration silence) {
        this.jdbc = JdbcClient.create(dataSource);
        this.silence = silence;
    }

    /** How it is now; one short statement. Jobs of paused queues do not count: no worker could run them. */
    public FleetLoad load() {
        return jdbc.sql(LOOK)
                .param("most", MOST_COUNTED)
                .param("silence", silence.toMillis())
                .query((row, _) -> new FleetLoad(
                        row.getInt("waiting"), row.getInt("workers"), row.getInt("busy"), row.getInt("capacity")))
                .single();
    }
}
