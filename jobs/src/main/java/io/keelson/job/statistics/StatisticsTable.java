package io.keelson.job.statistics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** The saved figures. */
final class StatisticsTable {
    // In order of their keys, so that two nodes never wait for each other.
    private static final String ADD_FLOWS = """
        insert into jobs.platform_job_flow as f (span, start, queue, type, outcome, count)
        select s.span, date_trunc(case s.span when 0 then 'minute' else 'hour' end, statement_timestamp()),
          n.queue, n.type, n.outcome, n.count
        from (values (0), (1)) s (span),
          unnest(:queues::text[], :types::text[], :outcomes::int2[], :counts::int8[]) n (queue, type, outcome, count)
        order by 1, 3, 4, 5
        on conflict (span, start, queue, type, outcome) do update set count = f.count + excluded.count\
        """;
    private static final String ADD_TIMES = """
        insert into jobs.platform_job_time as t (span, start, queue, type, kind, bucket, count)
        select s.span, date_trunc(case s.span when 0 then 'minute' else 'hour' end, statement_timestamp()),
          n.queue, n.type, n.kind, n.bucket, n.count
        from (values (0), (1)) s (span),
          unnest(:queues::text[], :types::text[], :kinds::int2[], :buckets::int2[], :counts::int8[])
            n (queue, type, kind, bucket, count)
        order by 1, 3, 4, 5, 6
        on conflict (span, start, queue, type, kind, bucket) do update set count = t.count + excluded.count\
        """;
    private static final String FLOWS = """
        select queue, type, outcome, cast(sum(count) as bigint) as count from jobs.platform_job_flow
        where span = :span and start > statement_timestamp() - :seconds * interval '1 second'
        group by queue, type, outcome\
        """;
    private static final String TIMES = """
        select kind, bucket, cast(sum(count) as bigint) as count from jobs.platform_job_time
        where span = :span and start > statement_timestamp() - :seconds * interval '1 second'
        group by kind, bucket\
        """;
    private static final List<String> SWEEPS = List.of(
            "delete from jobs.platform_job_flow where start < clock_timestamp() - interval '7 days'",
            "delete from jobs.platform_job_time where start < clock_timestamp() - interval '7 days'",
            "delete from jobs.platform_job_submission where at < clock_timestamp() - interval '2 days'");
    private static final Duration LONGEST_BY_MINUTE = Duration.ofHours(3);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StatisticsTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    void add(Map<FlowKey, Long> flows, Map<TimeKey, Long> times) {
        transaction.executeWithoutResult(_ -> {
            addFlows(List.copyOf(flows.entrySet()));
            addTimes(List.copyOf(times.entrySet()));
        });
    }

    Map<FlowKey, Long> flows(Duration period) {
        Map<FlowKey, Long> flows = new HashMap<>();
        asked(FLOWS, period)
                .query((row, _) -> flows.put(
                        new FlowKey(row.getString("queue"), row.getString("type"), row.getInt("outcome")),
                        row.getLong("count")))
                .list();
        return flows;
    }

    /** One histogram per kind of time. */
    Map<Integer, Histogram> times(Duration period) {
        Map<Integer, Histogram> times = new HashMap<>();
        asked(TIMES, period)
                .query((row, _) -> {
                    Histogram histogram = times.computeIfAbsent(row.getInt("kind"), _ -> new Histogram());
                    histogram.add(row.getInt("bucket"), row.getLong("count"));
                    return histogram;
                })
                .list();
        return times;
    }

    /** Removes what is too old; done by whichever node comes first. */
    void sweep() {
        SWEEPS.forEach(sweep -> jdbc.sql(sweep).update());
    }

    private JdbcClient.StatementSpec asked(String sql, Duration period) {
        boolean minutes = period.compareTo(LONGEST_BY_MINUTE) <= 0;
        return jdbc.sql(sql).param("span", minutes ? 0 : 1).param("seconds", period.toSeconds());
    }

    private void addFlows(List<Map.Entry<FlowKey, Long>> flows) {
        if (!flows.isEmpty()) {
            jdbc.sql(ADD_FLOWS)
                    .param("queues", array("text", flows, flow -> flow.getKey().queue()))
                    .param("types", array("text", flows, flow -> flow.getKey().type()))
                    .param("outcomes", array("int2", flows, flow ->
                            (short) flow.getKey().outcome()))
                    .param("counts", array("int8", flows, Map.Entry::getValue))
                    .update();
        }
    }

    private void addTimes(List<Map.Entry<TimeKey, Long>> times) {
        if (!times.isEmpty()) {
            jdbc.sql(ADD_TIMES)
                    .param("queues", array("text", times, time -> time.getKey().queue()))
                    .param("types", array("text", times, time -> time.getKey().type()))
                    .param("kinds", array("int2", times, time ->
                            (short) time.getKey().kind()))
                    .param("buckets", array("int2", times, time ->
                            (short) time.getKey().bucket()))
                    .param("counts", array("int8", times, Map.Entry::getValue))
                    .update();
        }
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
