package io.keelson.job.schedule;

import io.keelson.api.schedule.ScheduleId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settler's statements. */
final class SettlementStore {
    private static final int AT_ONCE = 1_000;

    private static final String SETTLE = """
            with ended as (
              select r.schedule_id, r.fire_time, r.kind, coalesce(j.status, 9) as outcome, j.finished_at
              from jobs.platform_schedule_run r left join jobs.platform_job j on j.id = r.job_id
              where r.job_id is not null and r.outcome is null and (j.id is null or j.status in (3, 4, 5))
              limit :most for update of r skip locked)
            update jobs.platform_schedule_run r
            set outcome = ended.outcome, finished_at = coalesce(ended.finished_at, statement_timestamp())
            from ended
            where r.schedule_id = ended.schedule_id and r.fire_time = ended.fire_time and r.kind = ended.kind
            returning r.schedule_id, r.fire_time, r.kind, r.outcome, r.finished_at""";
    private static final String COUNT = """
            update jobs.platform_schedule s
            set failures = case when e.broken then e.failures else s.failures + e.failures end,
              pause_due = s.enabled and s.pause_after > 0
                and s.pause_after <= case when e.broken then e.failures else s.failures + e.failures end
            from unnest(:ids, :broken, :failures) as e (id, broken, failures)
            where s.id = e.id""";
    private static final String TO_PAUSE = """
            select id, failures, revision from jobs.platform_schedule where pause_due limit :most""";
    private static final String FORGET = """
            delete from jobs.platform_schedule_run where (schedule_id, fire_time, kind) in (
              select schedule_id, fire_time, kind from jobs.platform_schedule_run
              where recorded_at < clock_timestamp() - :keep * interval '1 millisecond'
                and (job_id is null or outcome is not null)
              limit :most for update skip locked)""";

    private final JdbcClient jdbc;

    SettlementStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Notes in the history how jobs have ended; at most 1,000 at once. */
    List<EndedRun> settle() {
        return jdbc.sql(SETTLE)
                .param("most", AT_ONCE)
                .query((row, _) -> new EndedRun(
                        row.getObject("schedule_id", UUID.class),
                        SqlTime.read(row, "fire_time"),
                        row.getString("kind").equals("SCHEDULED"),
                        row.getInt("outcome"),
                        SqlTime.readOptional(row, "finished_at")))
                .list();
    }

    void count(List<FailureStreak> streaks) {
        Columns<FailureStreak> columns = new Columns<>(streaks);
        jdbc.sql(COUNT)
                .param("ids", columns.of("uuid", FailureStreak::scheduleId))
                .param("broken", columns.of("bool", FailureStreak::broken))
                .param("failures", columns.of("int4", FailureStreak::failures))
                .update();
    }

    List<ToPause> toPause() {
        return jdbc.sql(TO_PAUSE)
                .param("most", AT_ONCE)
                .query((row, _) -> new ToPause(
                        new ScheduleId(row.getObject("id", UUID.class)),
                        row.getInt("failures"),
                        row.getLong("revision")))
                .list();
    }

    /** Removes old entries; returns how many, at most 1,000. */
    int forget(Duration keep) {
        return jdbc.sql(FORGET)
                .param("keep", keep.toMillis())
                .param("most", AT_ONCE)
                .update();
    }

    /** A schedule that has to be switched off, and the last event of it that was counted in. */
    record ToPause(ScheduleId id, int failures, long revision) {}
}
