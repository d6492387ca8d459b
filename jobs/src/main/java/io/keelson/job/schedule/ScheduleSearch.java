package io.keelson.job.schedule;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.query.Page;
import io.keelson.api.query.PageInfo;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleOwner;
import io.keelson.api.schedule.ScheduleState;
import io.keelson.api.schedule.query.ScheduleFilter;
import io.keelson.api.schedule.query.SchedulePage;
import io.keelson.api.schedule.query.ScheduleView;
import io.keelson.api.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads schedules. */
final class ScheduleSearch {
    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String STATE = """
            case when deleted then 'DELETED' when paused then 'PAUSED' when not enabled then 'DISABLED'
              when next_fire_at is null then 'COMPLETED' else 'ENABLED' end""";
    private static final String SELECT = """
            select id, tenant_id, instance_id, definition, %s as state, next_fire_at, last_fire_at, failures,
              created_at, updated_at, created_by
            from jobs.platform_schedule""".formatted(STATE);

    private final JdbcClient jdbc;

    ScheduleSearch(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<ScheduleView> byIds(List<ScheduleId> ids) {
        return jdbc.sql(SELECT + " where id = any(:ids)")
                .param(
                        "ids",
                        new SqlArrayValue(
                                "uuid", ids.stream().map(ScheduleId::value).toArray()))
                .query((row, _) -> view(row))
                .list();
    }

    SchedulePage page(ScheduleFilter filter, Page page) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        String conditions = conditions(filter, values);
        long total = jdbc.sql("select count(*) from jobs.platform_schedule where " + conditions)
                .params(values)
                .query(Long.class)
                .single();
        ListPlace after = ListPlace.decode(page.after(), IDS);
        String place = "";
        if (after != null) {
            place = " and (created_at, id) > (:at, :id)";
            values.put("at", SqlTime.of(after.at()));
            values.put("id", UUID.fromString(after.tie()));
        }
        values.put("limit", page.first() + 1);
        List<ScheduleView> found = jdbc.sql(
                        SELECT + " where " + conditions + place + " order by created_at, id limit :limit")
                .params(values)
                .query((row, _) -> view(row))
                .list();
        List<ScheduleView> items = found.subList(0, Math.min(page.first(), found.size()));
        List<String> cursors = items.stream()
                .map(item -> new ListPlace(item.createdAt(), item.id().value().toString()).encode())
                .toList();
        return new SchedulePage(List.copyOf(items), cursors, new PageInfo(found.size() > items.size(), total));
    }

    private static String conditions(ScheduleFilter filter, Map<String, @Nullable Object> values) {
        List<String> conditions = new ArrayList<>();
        if (filter.state() == null) {
            conditions.add("not deleted");
        } else {
            conditions.add(STATE + " = :state");
            values.put("state", filter.state().name());
        }
        if (filter.tenantId() != null) {
            conditions.add("tenant_id = :tenant");
            values.put("tenant", filter.tenantId().value());
        }
        if (filter.instanceId() != null) {
            conditions.add("instance_id = :instance");
            values.put("instance", filter.instanceId().value());
        }
        if (filter.jobType() != null) {
            conditions.add("job_type = :type");
            values.put("type", filter.jobType());
        }
        if (filter.nameContains() != null) {
            conditions.add("strpos(folded_name, :part) > 0");
            values.put("part", filter.nameContains().toLowerCase(Locale.ROOT));
        }
        return String.join(" and ", conditions);
    }

    private static ScheduleView view(ResultSet row) throws SQLException {
        UUID tenant = row.getObject("tenant_id", UUID.class);
        UUID instance = row.getObject("instance_id", UUID.class);
        return new ScheduleView(
                new ScheduleId(row.getObject("id", UUID.class)),
                new ScheduleOwner(
                        tenant == null ? null : new TenantId(tenant),
                        instance == null ? null : new InstanceId(instance)),
                ScheduleJson.read(row.getString("definition")),
                ScheduleState.valueOf(row.getString("state")),
                SqlTime.readOptional(row, "next_fire_at"),
                SqlTime.readOptional(row, "last_fire_at"),
                row.getInt("failures"),
                SqlTime.read(row, "created_at"),
                SqlTime.read(row, "updated_at"),
                row.getString("created_by"));
    }
}
