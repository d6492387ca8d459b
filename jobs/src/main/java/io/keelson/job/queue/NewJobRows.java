package io.keelson.job.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Inserts any number of new jobs with one statement; a column that all of them leave empty is sent as nothing. */
final class NewJobRows {
    private static final String ALL_ARE_ADDED = """
          returning 1)
        select id, true from given order by ord\
        """;
    private static final String KEYS_DECIDE = """
          order by p.ord
          on conflict (type, unique_key, tenant_id)
            where unique_key is not null and unique_scope = 0 and status in (0, 1, 2, 6, 7) do nothing
          returning id)
        select g.id, a.id is not null from given g left join added a on a.id = g.id order by g.ord\
        """;

    private static final List<String> JOB = List.of(
            "text",
            "text",
            "text",
            "int2",
            "timestamptz",
            "int2",
            "int4",
            "int4",
            "text",
            "int2",
            "text",
            "uuid",
            "uuid",
            "text",
            "uuid",
            "timestamptz",
            "uuid",
            "int4",
            "int4");
    private static final List<String> LOT = List.of("uuid", "text", "int2");

    private final List<NewJob> jobs;

    NewJobRows(List<NewJob> jobs) {
        this.jobs = jobs;
    }

    PreparedStatement statement(Connection connection) throws SQLException {
        boolean keys = jobs.stream().anyMatch(job -> job.uniqueness() != null);
        FairLots lots = FairLots.of(jobs);
        SqlRows given = new SqlRows(JOB, jobs.size());
        SqlRows inLots = new SqlRows(LOT, lots.count());
        PreparedStatement insert = connection.prepareStatement(sql(given, inLots, keys));
        inLots.bind(insert, given.bind(insert, 1, columns(lots)), lots.columns());
        return insert;
    }

    private static String sql(SqlRows given, SqlRows lots, boolean keys) {
        return """
            with given as materialized (
              select uuidv7() as id, g.*, coalesce(g.run_at, clock_timestamp()) as due
              from %s as g (type, payload, queue, priority, run_at, max_attempts, timeout_ms, backoff_ms,
                  unique_key, unique_scope, serial_key, tenant_id, instance_id, created_by, schedule_id, scheduled_for,
                  parent_id, lot, place, ord)),
            placed as (
              select g.*,
                case when g.due > clock_timestamp() then 0
                  when g.serial_key is not null or l.tenant_id is not null then 7 else 1 end as status,
                case when g.due > clock_timestamp() then 0
                  when g.serial_key is not null then case when exists (
                      select 1 from jobs.platform_job k
                      where k.serial_key = g.serial_key and k.tenant_id = g.tenant_id and k.status = 7 and k.gate in (1, 2))
                    or exists (
                      select 1 from jobs.platform_job k
                      where k.serial_key = g.serial_key and k.tenant_id = g.tenant_id and k.serial_key is not null
                        and (k.status in (1, 2) or k.gate in (3, 4))) then 2 else 1 end
                  when l.tenant_id is not null then 3 else 0 end as gate
              from given g left join jobs.platform_tenant_limit l on l.tenant_id = g.tenant_id),
            lots as materialized (
              select l.lot, jobs.next_fair_seq(l.tenant_id, l.queue, l.priority) as first_seq
              from %s as l (tenant_id, queue, priority, lot)),
            added as (
              insert into jobs.platform_job (id, type, payload, queue, priority, status, gate, fair_seq, run_at,
                max_attempts, timeout_ms, backoff_ms, unique_key, unique_scope, serial_key, tenant_id, instance_id,
                created_by, schedule_id, scheduled_for, parent_id)
              select p.id, p.type, cast(p.payload as jsonb), p.queue, p.priority, p.status, p.gate,
                case when p.status = 1 then coalesce(b.first_seq + p.place, 0) else 0 end,
                p.due, p.max_attempts, p.timeout_ms, p.backoff_ms, p.unique_key, coalesce(p.unique_scope, 0), p.serial_key,
                p.tenant_id, p.instance_id, p.created_by, p.schedule_id, p.scheduled_for, p.parent_id
              from placed p left join lots b on b.lot = p.lot
            %s\
            """.formatted(given.sql(), lots.sql(), keys ? KEYS_DECIDE : ALL_ARE_ADDED);
    }

    private List<@Nullable Object[]> columns(FairLots lots) {
        return List.of(
                column(NewJob::type),
                column(NewJob::payload),
                column(job -> job.place().queue()),
                column(job -> job.place().priority()),
                column(job -> moment(job.place().runAt())),
                column(job -> job.retry().maxAttempts()),
                column(job -> job.retry().timeout().toMillis()),
                column(job -> job.retry().backoff().toMillis()),
                column(job -> job.uniqueness() == null ? null : job.uniqueness().key()),
                column(job -> job.uniqueness() == null
                        ? null
                        : job.uniqueness().scope().code()),
                column(NewJobRows::serialKey),
                column(job -> job.owner().tenantId()),
                column(job -> job.owner().instanceId()),
                column(job -> job.owner().createdBy()),
                column(job -> job.origin().scheduleId()),
                column(job -> moment(job.origin().scheduledFor())),
                column(job -> job.origin().parentId()),
                lots.numbers(),
                lots.places());
    }

    private @Nullable Object[] column(Function<NewJob, @Nullable Object> value) {
        return jobs.stream().map(value).toArray();
    }

    /** A job that waits for the end of an equal one is in order with it. */
    private static @Nullable String serialKey(NewJob job) {
        JobUniqueness uniqueness = job.uniqueness();
        if (job.place().serialKey() == null
                && uniqueness != null
                && uniqueness.onConflict() == OnConflict.AFTER_CURRENT) {
            return "once-more:%s:%s".formatted(job.type(), uniqueness.key());
        }
        return job.place().serialKey();
    }

    private static @Nullable Instant moment(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
