package io.keelson.job.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** The dispatcher's statements on {@code platform_job}. Time is the database's, so that nodes need not agree on it. */
final class JobStore {
    private static final Duration NEVER = Duration.ofDays(1);

    // Status numbers are literals, else the partial indexes would not be used.
    private static final String SAVE = """
            update jobs.platform_job j
            set status = o.status, locked_by = null,
              run_at = case o.status when 0
                then statement_timestamp() + o.delay * interval '1 millisecond' else j.run_at end,
              attempts = j.attempts - case when o.charged then 0 else 1 end,
              abandoned = case when o.charged then o.abandoned else j.abandoned end,
              last_error = coalesce(o.error, j.last_error),
              finished_at = case when o.status in (3, 4) then statement_timestamp() end
            from unnest(:ids, :claims, :statuses, :delays, :charged, :abandoned, :errors)
              as o (id, claim, status, delay, charged, abandoned, error)
            where j.id = o.id and j.status = 2 and j.locked_by = :node and j.claims = o.claim""";
    private static final String PROMOTE = """
            with due as (
              update jobs.platform_job set status = 1 where id in (
                select id from jobs.platform_job where status = 0 and run_at <= statement_timestamp()
                order by run_at limit 1000 for update skip locked))
            select cast(ceil(extract(epoch from min(run_at) - clock_timestamp()) * 1000) as bigint)
            from jobs.platform_job where status = 0 and run_at > statement_timestamp()""";
    private static final String CLAIM = """
            with next as (
              select id from jobs.platform_job where status = 1
              order by priority desc, id limit :free for update skip locked)
            update jobs.platform_job j
            set status = 2, locked_by = :node, claims = j.claims + 1, attempts = j.attempts + 1,
              started_at = clock_timestamp()
            from next where j.id = next.id
            returning j.id, j.type, cast(j.payload as text) as payload, j.priority, j.claims, j.attempts,
              j.max_attempts, j.abandoned, j.timeout_ms, j.backoff_ms""";
    private static final String WAITING =
            "select count(*) from (select 1 from jobs.platform_job where status = 1 limit :most) waiting";
    private static final Comparator<ClaimedJob> MOST_URGENT_FIRST =
            Comparator.comparingInt(ClaimedJob::priority).reversed().thenComparing(ClaimedJob::id);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JobStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** One transaction: saves outcomes, makes due jobs ready and claims as many as {@code free}. */
    Turn turn(UUID node, List<JobOutcome> outcomes, int free) {
        return transaction.execute(_ -> {
            int refused = outcomes.isEmpty() ? 0 : outcomes.size() - save(node, outcomes);
            Duration untilNextDelayed = promote();
            return new Turn(refused, free == 0 ? List.of() : claim(node, free), untilNextDelayed);
        });
    }

    /** Number of jobs that wait for a lane, counted up to {@code most}. */
    int waiting(int most) {
        return jdbc.sql(WAITING).param("most", most).query(Integer.class).single();
    }

    private int save(UUID node, List<JobOutcome> outcomes) {
        return jdbc.sql(SAVE)
                .param("node", node)
                .param("ids", array("uuid", outcomes, outcome -> outcome.job().id()))
                .param("claims", array("int4", outcomes, outcome -> outcome.job()
                        .claim()))
                .param("statuses", array("int2", outcomes, outcome ->
                        (short) outcome.status().code()))
                .param("delays", array("int8", outcomes, outcome -> outcome.delay()
                        .toMillis()))
                .param("charged", array("bool", outcomes, JobOutcome::charged))
                .param("abandoned", array("bool", outcomes, JobOutcome::abandoned))
                .param("errors", array("text", outcomes, JobOutcome::error))
                .update();
    }

    private Duration promote() {
        return jdbc.sql(PROMOTE).query((row, _) -> untilNext(row)).single();
    }

    private List<ClaimedJob> claim(UUID node, int free) {
        return jdbc.sql(CLAIM).param("node", node).param("free", free).query((row, _) -> claimed(row)).stream()
                .sorted(MOST_URGENT_FIRST)
                .collect(Collectors.toUnmodifiableList());
    }

    private static Duration untilNext(ResultSet row) throws SQLException {
        long milliseconds = row.getLong(1);
        return row.wasNull() ? NEVER : Duration.ofMillis(Math.max(0, milliseconds));
    }

    private static ClaimedJob claimed(ResultSet row) throws SQLException {
        return new ClaimedJob(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("payload"),
                row.getInt("priority"),
                row.getInt("claims"),
                row.getInt("attempts"),
                row.getInt("max_attempts"),
                row.getBoolean("abandoned"),
                Duration.ofMillis(row.getLong("timeout_ms")),
                Duration.ofMillis(row.getLong("backoff_ms")));
    }

    private static SqlArrayValue array(
            String type, List<JobOutcome> outcomes, Function<JobOutcome, @Nullable Object> value) {
        return new SqlArrayValue(type, outcomes.stream().map(value).toArray());
    }
}
