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
    private static final String INSERT = """
        with given as materialized (
          select uuidv7() as id, g.*, coalesce(g.run_at, clock_timestamp()) as due
          from unnest(?::text[], ?::text[], ?::text[], ?::int2[], ?::timestamptz[], ?::int2[], ?::int4[], ?::int4[],
            ?::text[], ?::int2[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[], ?::uuid[])
            with ordinality as g (type, payload, queue, priority, run_at, max_attempts, timeout_ms, backoff_ms,
              unique_key, unique_scope, serial_key, tenant_id, instance_id, created_by, schedule_id, scheduled_for,
              parent_id, ord)),
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
        base as (
          select d.*, jobs.next_fair_seq(d.tenant_id, d.queue, d.priority) as first_seq
          from (select distinct tenant_id, queue, priority from placed where status = 1) d),
        added as (
          insert into jobs.platform_job (id, type, payload, queue, priority, status, gate, fair_seq, run_at,
            max_attempts, timeout_ms, backoff_ms, unique_key, unique_scope, serial_key, tenant_id, instance_id,
            created_by, schedule_id, scheduled_for, parent_id)
          select p.id, p.type, cast(p.payload as jsonb), p.queue, p.priority, p.status, p.gate,
            coalesce(b.first_seq, 0) - 1
              + row_number() over (partition by p.tenant_id, p.queue, p.priority, p.status order by p.ord),
            p.due, p.max_attempts, p.timeout_ms, p.backoff_ms, p.unique_key, coalesce(p.unique_scope, 0), p.serial_key,
            p.tenant_id, p.instance_id, p.created_by, p.schedule_id, p.scheduled_for, p.parent_id
          from placed p left join base b on p.status = 1 and b.tenant_id = p.tenant_id and b.queue = p.queue
            and b.priority = p.priority
          order by p.ord
          on conflict (type, unique_key, tenant_id)
            where unique_key is not null and unique_scope = 0 and status in (0, 1, 2, 6, 7) do nothing
          returning id)
        select g.id, a.id is not null from given g left join added a on a.id = g.id order by g.ord\
        """;

    private final List<NewJob> jobs;

    NewJobRows(List<NewJob> jobs) {
        this.jobs = jobs;
    }

    PreparedStatement statement(Connection connection) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        SqlArrays arrays = new SqlArrays(insert);
        arrays.add("text", column(NewJob::type));
        arrays.add("text", column(NewJob::payload));
        arrays.add("text", column(job -> job.place().queue()));
        arrays.add("int2", column(job -> job.place().priority()));
        arrays.add("timestamptz", column(job -> moment(job.place().runAt())));
        arrays.add("int2", column(job -> job.retry().maxAttempts()));
        arrays.add("int4", column(job -> job.retry().timeout().toMillis()));
        arrays.add("int4", column(job -> job.retry().backoff().toMillis()));
        arrays.add(
                "text",
                column(job -> job.uniqueness() == null ? null : job.uniqueness().key()));
        arrays.add(
                "int2",
                column(job -> job.uniqueness() == null
                        ? null
                        : job.uniqueness().scope().code()));
        arrays.add("text", column(NewJobRows::serialKey));
        arrays.add("uuid", column(job -> job.owner().tenantId()));
        arrays.add("uuid", column(job -> job.owner().instanceId()));
        arrays.add("text", column(job -> job.owner().createdBy()));
        arrays.add("uuid", column(job -> job.origin().scheduleId()));
        arrays.add("timestamptz", column(job -> moment(job.origin().scheduledFor())));
        arrays.add("uuid", column(job -> job.origin().parentId()));
        return insert;
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
