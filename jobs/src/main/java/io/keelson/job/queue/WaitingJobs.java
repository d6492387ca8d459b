package io.keelson.job.queue;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts jobs that are ready. */
final class WaitingJobs {
    private static final String WAITING =
            "select count(*) from (select 1 from jobs.platform_job where status = 1 limit :most) waiting";

    private final JdbcClient jdbc;

    WaitingJobs(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Number of jobs that wait for a lane, counted up to {@code most}. */
    int count(int most) {
        return jdbc.sql(WAITING).param("most", most).query(Integer.class).single();
    }
}
