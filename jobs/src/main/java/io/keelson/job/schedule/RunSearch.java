package io.keelson.job.schedule;

import io.keelson.api.query.Page;
import io.keelson.api.query.PageInfo;
import io.keelson.api.schedule.RunKind;
import io.keelson.api.schedule.RunState;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.query.ScheduleRunPage;
import io.keelson.api.schedule.query.ScheduleRunView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads the history. The state of a job is its own as long as it is there, for a dead one can be tried again. */
final class RunSearch {
    private static final Pattern KINDS = Pattern.compile("[A-Z_]{1,20}");
    private static final String SELECT = """
            select r.schedule_id, r.fire_time, r.kind, r.until, r.fires, r.job_id, r.recorded_at,
              coalesce(j.finished_at, r.finished_at) as finished_at,
              case when r.result <> 'STARTED' then r.result else
                case coalesce(j.status, r.outcome, 9)
                  when 0 then case when j.attempts > 0 then 'RETRYABLE' else 'DELAYED' end
                  when 1 then 'PENDING' when 7 then 'PENDING' when 2 then 'ACTIVE' when 3 then 'COMPLETED'
                  when 4 then 'FAILED' when 5 then 'CANCELLED' when 6 then 'SUSPENDED' else 'REMOVED' end
              end as state
            from %s r left join jobs.platform_job j on j.id = r.job_id""";
    private static final String LAST = """
            (select distinct on (schedule_id) * from jobs.platform_schedule_run where schedule_id = any(:ids)
             order by schedule_id, fire_time desc, kind desc)""";

    private final JdbcClient jdbc;

    RunSearch(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The newest entry of each schedule that has any. */
    List<ScheduleRunView> last(List<ScheduleId> schedules) {
        return jdbc.sql(SELECT.formatted(LAST))
                .param(
                        "ids",
                        new SqlArrayValue(
                                "uuid",
                                schedules.stream().map(ScheduleId::value).toArray()))
                .query((row, _) -> view(row))
                .list();
    }

    ScheduleRunPage page(ScheduleId schedule, Page page) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", schedule.value());
        long total = jdbc.sql("select count(*) from jobs.platform_schedule_run where schedule_id = :id")
                .params(values)
                .query(Long.class)
                .single();
        ListPlace after = ListPlace.decode(page.after(), KINDS);
        String place = "";
        if (after != null) {
            place = " and (r.fire_time, r.kind) < (:at, :kind)";
            values.put("at", SqlTime.of(after.at()));
            values.put("kind", after.tie());
        }
        values.put("limit", page.first() + 1);
        List<ScheduleRunView> found = jdbc.sql(SELECT.formatted("jobs.platform_schedule_run")
                        + " where r.schedule_id = :id" + place + " order by r.fire_time desc, r.kind desc limit :limit")
                .params(values)
                .query((row, _) -> view(row))
                .list();
        List<ScheduleRunView> items = found.subList(0, Math.min(page.first(), found.size()));
        List<String> cursors = items.stream()
                .map(item -> new ListPlace(item.scheduledFor(), item.kind().name()).encode())
                .toList();
        return new ScheduleRunPage(List.copyOf(items), cursors, new PageInfo(found.size() > items.size(), total));
    }

    private static ScheduleRunView view(ResultSet row) throws SQLException {
        return new ScheduleRunView(
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                SqlTime.read(row, "fire_time"),
                SqlTime.read(row, "until"),
                row.getInt("fires"),
                RunKind.valueOf(row.getString("kind")),
                RunState.valueOf(row.getString("state")),
                row.getObject("job_id", UUID.class),
                SqlTime.read(row, "recorded_at"),
                SqlTime.readOptional(row, "finished_at"));
    }
}
