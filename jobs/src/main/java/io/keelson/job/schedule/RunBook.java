package io.keelson.job.schedule;

import io.keelson.api.schedule.RunKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Writes the history, in the running transaction. */
final class RunBook {
    private static final String RECORD = """
            insert into jobs.platform_schedule_run (schedule_id, fire_time, kind, until, fires, result)
            select r.id, cast(r.fire_time as timestamptz), r.kind, cast(r.until as timestamptz), r.fires, r.result
            from unnest(:ids, :times, :kinds, :untils, :fires, :results)
              as r (id, fire_time, kind, until, fires, result)
            -- What has run in its rhythm is not made again by a backfill.
            where r.kind <> 'BACKFILL' or not exists (
              select 1 from jobs.platform_schedule_run done where done.schedule_id = r.id and done.result = 'STARTED'
                and done.fire_time = cast(r.fire_time as timestamptz) and done.kind = 'SCHEDULED')
            on conflict do nothing
            returning schedule_id, fire_time, kind""";
    private static final String LINK = """
            update jobs.platform_schedule_run r set job_id = made.job
            from unnest(:ids, :times, :kinds, :jobs) as made (id, fire_time, kind, job)
            where r.schedule_id = made.id and r.fire_time = cast(made.fire_time as timestamptz) and r.kind = made.kind""";
    private static final String UNFINISHED = """
            select r.schedule_id, count(*) as jobs
            from jobs.platform_schedule_run r join jobs.platform_job j on j.id = r.job_id
            where r.schedule_id = any(:schedules) and r.job_id is not null and r.outcome is null and r.kind = 'SCHEDULED'
              and j.status not in (3, 4, 5)
            group by r.schedule_id""";

    private final JdbcClient jdbc;

    RunBook(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Adds entries; returns the keys of those that were not there before. */
    Set<RunKey> record(List<PlannedRun> runs) {
        Columns<PlannedRun> columns = new Columns<>(runs);
        return new HashSet<>(jdbc.sql(RECORD)
                .param("ids", columns.of("uuid", run -> run.schedule().id()))
                .param("times", columns.of("text", run -> run.fireTime().toString()))
                .param("kinds", columns.of("text", run -> run.kind().name()))
                .param("untils", columns.of("text", run -> run.until().toString()))
                .param("fires", columns.of("int4", PlannedRun::fires))
                .param("results", columns.of("text", run -> run.result().name()))
                .query((row, _) -> new RunKey(
                        row.getObject("schedule_id", UUID.class),
                        SqlTime.read(row, "fire_time"),
                        RunKind.valueOf(row.getString("kind"))))
                .list());
    }

    void link(Map<RunKey, UUID> jobs) {
        Columns<Map.Entry<RunKey, UUID>> columns = new Columns<>(List.copyOf(jobs.entrySet()));
        jdbc.sql(LINK)
                .param("ids", columns.of("uuid", made -> made.getKey().scheduleId()))
                .param(
                        "times",
                        columns.of("text", made -> made.getKey().fireTime().toString()))
                .param("kinds", columns.of("text", made -> made.getKey().kind().name()))
                .param("jobs", columns.of("uuid", Map.Entry::getValue))
                .update();
    }

    /** How many jobs that schedules made in their rhythm are not finished; schedules without any are left out. */
    Map<UUID, Integer> unfinished(Collection<UUID> schedules) {
        Map<UUID, Integer> unfinished = new HashMap<>();
        jdbc.sql(UNFINISHED)
                .param("schedules", new SqlArrayValue("uuid", schedules.toArray()))
                .query(row -> {
                    unfinished.put(row.getObject("schedule_id", UUID.class), row.getInt("jobs"));
                });
        return unfinished;
    }
}
