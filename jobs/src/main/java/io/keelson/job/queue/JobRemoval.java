package io.keelson.job.queue;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes jobs that ended long enough ago, with their tries and logs. It walks the ids, which begin with the time, so it
 * needs no index; small batches, one node at a time.
 */
final class JobRemoval implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRemoval.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 2_000;
    private static final long PAUSE = 20;
    private static final String REMOVE = """
        with old as materialized (
          select id, status, finished_at from jobs.platform_job
          where id > :after and id < (select uuidv7(-:shortest * interval '1 millisecond'))
          order by id limit :batch),
        gone as (
          delete from jobs.platform_job j using old
          where j.id = old.id and j.status in (3, 4, 5) and j.finished_at < clock_timestamp() - interval '1 millisecond' *
            case j.status when 3 then :succeeded when 4 then :dead else :cancelled end
          returning j.id),
        tries as (delete from jobs.platform_job_attempt where job_id in (select id from gone)),
        lines as (delete from jobs.platform_job_log where job_id in (select id from gone))
        select (select id from old order by id desc limit 1) as last, (select count(*) from old) as seen,
          (select count(*) from gone) as gone\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<JobRetention> retention;

    JobRemoval(DataSource dataSource, Supplier<JobRetention> retention) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.retention = retention;
    }

    private record Batch(@Nullable UUID last, int seen, int gone) {
        static final Batch NONE = new Batch(null, 0, 0);
    }

    @Override
    public void run() {
        try {
            int removed = pass();
            if (removed > 0) {
                LOG.info("{} jobs were removed that ended long ago.", removed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Old jobs could not be removed; it is tried again later.", e);
        }
    }

    /** One walk over all old jobs; answers how many were removed. */
    int pass() throws InterruptedException {
        int removed = 0;
        JobRetention kept = retention.get();
        Batch batch = new Batch(FIRST, BATCH, 0);
        while (batch.last() != null && batch.seen() == BATCH) {
            UUID after = batch.last();
            batch = transaction.execute(_ -> remove(after, kept));
            removed += batch.gone();
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        }
        return removed;
    }

    private Batch remove(UUID after, JobRetention kept) {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(8103, 0)")
                .query(Boolean.class)
                .single()) {
            return Batch.NONE;
        }
        return jdbc.sql(REMOVE)
                .param("after", after)
                .param("batch", BATCH)
                .param("shortest", kept.shortest().toMillis())
                .param("succeeded", kept.succeeded().toMillis())
                .param("cancelled", kept.cancelled().toMillis())
                .param("dead", kept.dead().toMillis())
                .query((row, _) -> new Batch(row.getObject("last", UUID.class), row.getInt("seen"), row.getInt("gone")))
                .single();
    }
}
