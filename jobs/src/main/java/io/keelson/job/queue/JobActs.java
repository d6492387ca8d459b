package io.keelson.job.queue;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people do with jobs, in the running transaction, or at once when there is none. Each act is allowed in some states
 * only and answers what it found; doing it twice changes nothing the second time. Nobody but the caller records who did it.
 */
public final class JobActs {
    private static final Set<JobStatus> WAITING =
            Set.of(JobStatus.DELAYED, JobStatus.READY, JobStatus.SUSPENDED, JobStatus.BLOCKED);
    private static final String FIND = """
        select status, serial_key, tenant_id, cancel_requested from jobs.platform_job where id = :id for update\
        """;
    private static final String CHANGE =
            "update jobs.platform_job set acts = acts + 1, %s where id = :id returning acts";
    private static final String END = """
        status = 5, gate = 0, finished_at = clock_timestamp(), last_code = 'CANCELLED',
        last_error = 'It was cancelled before it ran.'\
        """;
    // Promotion gives it its place among equals and brings it to its gate.
    private static final String AGAIN = """
        status = 0, gate = 0, run_at = clock_timestamp(), attempts = 0, deaths = 0, abandoned = false,
        cancel_requested = false, progress = 0, progress_message = null, finished_at = null\
        """;
    private static final String PRIORITY = """
        priority = :priority, fair_seq = case when status = 1
          then jobs.next_fair_seq(tenant_id, queue, cast(:priority as smallint)) else fair_seq end\
        """;
    private static final String KEY_TAKEN = """
        select exists (select 1 from jobs.platform_job j join jobs.platform_job o
          on o.type = j.type and o.unique_key = j.unique_key and o.tenant_id = j.tenant_id and o.unique_scope = 0
            and o.status in (0, 1, 2, 6, 7)
          where j.id = :id and j.unique_scope = 0)\
        """;
    private static final String DISCARD = """
        with gone as (delete from jobs.platform_job where id = :id returning id, acts),
        tries as (delete from jobs.platform_job_attempt where job_id in (select id from gone)),
        lines as (delete from jobs.platform_job_log where job_id in (select id from gone))
        select acts + 1 from gone\
        """;
    private static final String NUDGE = """
        update jobs.platform_job set gate = 1 where status = 7 and gate = 2 and id = (
          select id from jobs.platform_job
          where serial_key = :key and tenant_id = :tenant and status = 7 and gate in (1, 2)
          order by serial_key, tenant_id, id limit 1)\
        """;

    private static final String CHILDREN =
            "select id from jobs.platform_job where parent_id = :parent and status in (0, 1, 2, 6, 7) order by id";

    private final JdbcClient jdbc;
    private final JoinedTransaction transaction;
    private final AfterCommit afterCommit;

    /**
     * Makes the acts.
     *
     * @param dataSource the one whose Spring transactions callers use
     */
    public JobActs(DataSource dataSource, JobSignal signal) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new JoinedTransaction(dataSource);
        this.afterCommit = new AfterCommit(signal::jobsChanged);
    }

    /**
     * A waiting job is cancelled; a running one is told to stop and is cancelled when it has, or is given up. So are the jobs
     * that it is the parent of; while it is locked here, it cannot enqueue any more.
     */
    public JobAct cancel(UUID job) {
        return act(job, row -> {
            Long number = cancelled(job, row);
            if (number != null) {
                jdbc.sql(CHILDREN).param("parent", job).query(UUID.class).list().forEach(this::cancel);
            }
            return number;
        });
    }

    private @Nullable Long cancelled(UUID job, Row row) {
        if (row.status() == JobStatus.RUNNING) {
            return row.cancelRequested() ? null : change(job, "cancel_requested = true");
        }
        return WAITING.contains(row.status()) ? released(row, change(job, END)) : null;
    }

    /** A waiting job waits until it is resumed; it loses its turn among jobs with its serial key. */
    public JobAct suspend(UUID job) {
        return act(
                job,
                row -> WAITING.contains(row.status()) && row.status() != JobStatus.SUSPENDED
                        ? released(row, change(job, "status = 6, gate = 0"))
                        : null);
    }

    /** A suspended job waits again as it would have. */
    public JobAct resume(UUID job) {
        return act(job, row -> row.status() == JobStatus.SUSPENDED ? change(job, "status = 0, gate = 0") : null);
    }

    /** A delayed job runs now, also one that waits for its next try or has postponed itself. */
    public JobAct runNow(UUID job) {
        return act(job, row -> row.status() == JobStatus.DELAYED ? change(job, "run_at = clock_timestamp()") : null);
    }

    /** A dead or cancelled job begins again with its first try, unless a newer one has its unique key. */
    public JobAct redrive(UUID job) {
        return act(job, row -> {
            boolean ended = row.status() == JobStatus.DEAD || row.status() == JobStatus.CANCELLED;
            return ended && !keyTaken(job) ? change(job, AGAIN) : null;
        });
    }

    /** A dead or cancelled job is removed with its tries and its log. */
    public JobAct discard(UUID job) {
        return act(
                job,
                row -> row.status() == JobStatus.DEAD || row.status() == JobStatus.CANCELLED
                        ? jdbc.sql(DISCARD).param("id", job).query(Long.class).single()
                        : null);
    }

    /** A waiting job gets another priority, 1 to 10, and waits behind its tenant's jobs with that priority. */
    public JobAct changePriority(UUID job, int priority) {
        return act(
                job,
                row -> WAITING.contains(row.status())
                        ? jdbc.sql(CHANGE.formatted(PRIORITY))
                                .param("id", job)
                                .param("priority", priority)
                                .query(Long.class)
                                .single()
                        : null);
    }

    /** What an act does when it may; answers its number, or null when it may not. */
    private interface Deed {
        @Nullable
        Long doWith(Row row);
    }

    private record Row(JobStatus status, @Nullable String serialKey, UUID tenant, boolean cancelRequested) {}

    private JobAct act(UUID job, Deed deed) {
        return transaction.execute(() -> {
            Row row = find(job).orElse(null);
            Long number = row == null ? null : deed.doWith(row);
            if (number != null) {
                afterCommit.call();
            }
            return new JobAct(job, row == null ? null : row.status(), number != null, number == null ? 0 : number);
        });
    }

    private Optional<Row> find(UUID job) {
        return jdbc.sql(FIND)
                .param("id", job)
                .query((row, _) -> new Row(
                        JobStatus.of(row.getInt("status")),
                        row.getString("serial_key"),
                        row.getObject("tenant_id", UUID.class),
                        row.getBoolean("cancel_requested")))
                .optional();
    }

    private Long change(UUID job, String assignments) {
        return jdbc.sql(CHANGE.formatted(assignments))
                .param("id", job)
                .query(Long.class)
                .single();
    }

    private boolean keyTaken(UUID job) {
        return jdbc.sql(KEY_TAKEN).param("id", job).query(Boolean.class).single();
    }

    /** The dispatchers look whether the next job with its serial key may go. */
    private Long released(Row row, Long number) {
        if (row.serialKey() != null) {
            jdbc.sql(NUDGE)
                    .param("key", row.serialKey())
                    .param("tenant", row.tenant())
                    .update();
        }
        return number;
    }
}
