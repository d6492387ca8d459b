package io.keelson.job.queue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where work for the background is left. A job exists exactly when the transaction that enqueued it was committed. */
public final class JobQueue {
    private static final String INSERT = """
            insert into jobs.platform_job
              (id, type, priority, status, run_at, max_attempts, timeout_ms, backoff_ms, unique_key, payload)
            select uuidv7(), :type, :priority, case when at.moment <= clock_timestamp() then 1 else 0 end, at.moment,
              :maxAttempts, :timeout, :backoff, :uniqueKey, cast(:payload as jsonb)
            from (select coalesce(cast(:runAt as timestamptz), clock_timestamp()) as moment) at
            on conflict (type, unique_key) where unique_key is not null and status in (0, 1, 2) do nothing
            returning id""";

    private final JdbcClient jdbc;
    private final JobSignal signal;

    /**
     * Makes a queue.
     *
     * @param dataSource the one whose Spring transactions callers use
     */
    public JobQueue(DataSource dataSource, JobSignal signal) {
        this.jdbc = JdbcClient.create(dataSource);
        this.signal = signal;
    }

    /**
     * Enqueues a job in the running transaction, or at once when there is none.
     *
     * @return its id, or nothing when an unfinished job of this type has the same unique key
     */
    public Optional<UUID> enqueue(NewJob job) {
        Optional<UUID> id = jdbc.sql(INSERT)
                .param("type", job.type())
                .param("priority", job.priority())
                .param("runAt", timestamp(job.runAt()))
                .param("maxAttempts", job.maxAttempts())
                .param("timeout", job.timeout().toMillis())
                .param("backoff", job.backoff().toMillis())
                .param("uniqueKey", job.uniqueKey())
                .param("payload", job.payload())
                .query(UUID.class)
                .optional();
        if (id.isPresent()) {
            signalAfterCommit();
        }
        return id;
    }

    private void signalAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            signal.jobEnqueued();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.jobEnqueued();
            }
        });
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
