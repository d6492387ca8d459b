package io.keelson.job.queue;

import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What people do with queues and tenants' shares, in the running transaction, or at once when there is none. All nodes
 * obey from their next claim on. Nobody but the caller records who did it.
 */
public final class QueueActs {
    private final JdbcClient jdbc;
    private final AfterCommit afterCommit;

    /**
     * Makes the acts.
     *
     * @param dataSource the one whose Spring transactions callers use
     */
    public QueueActs(DataSource dataSource, JobSignal signal) {
        this.jdbc = JdbcClient.create(dataSource);
        this.afterCommit = new AfterCommit(signal::jobsChanged);
    }

    /**
     * No job of the queue is begun any more; running ones go on. Jobs can still be enqueued.
     *
     * @return the number of this act among those on the queue, or nothing when it is paused already or not there
     */
    public OptionalLong pause(String queue) {
        return act(jdbc.sql("""
            update jobs.platform_queue set paused = true, acts = acts + 1
            where name = :queue and not paused returning acts\
            """).param("queue", queue));
    }

    /** Jobs of the queue are begun again; the answer is as that of {@link #pause}. */
    public OptionalLong resume(String queue) {
        return act(jdbc.sql("""
            update jobs.platform_queue set paused = false, acts = acts + 1
            where name = :queue and paused returning acts\
            """).param("queue", queue));
    }

    /**
     * Changes how many jobs of the queue each node runs at a time; 1 or more. More than a node has lanes is no limit.
     *
     * @return the number of this act among those on the queue, or nothing when it is so already or not there
     */
    public OptionalLong limit(String queue, int concurrency) {
        return act(jdbc.sql("""
            update jobs.platform_queue set concurrency = :concurrency, acts = acts + 1
            where name = :queue and concurrency <> :concurrency returning acts\
            """).param("queue", queue).param("concurrency", concurrency));
    }

    /**
     * Limits how many jobs of a tenant run at a time, on all nodes together. Jobs that are ready already are set aside
     * within seconds; until then more may be begun.
     */
    public void limitTenant(UUID tenant, int running) {
        jdbc.sql("""
            insert into jobs.platform_tenant_limit (tenant_id, max_running) values (:tenant, :running)
            on conflict (tenant_id) do update set max_running = excluded.max_running\
            """).param("tenant", tenant).param("running", running).update();
        afterCommit.call();
    }

    /** Removes the limit of a tenant. Twice: changes nothing. */
    public void unlimitTenant(UUID tenant) {
        jdbc.sql("delete from jobs.platform_tenant_limit where tenant_id = :tenant")
                .param("tenant", tenant)
                .update();
        afterCommit.call();
    }

    private OptionalLong act(StatementSpec change) {
        OptionalLong number =
                change.query(Long.class).optional().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        if (number.isPresent()) {
            afterCommit.call();
        }
        return number;
    }
}
