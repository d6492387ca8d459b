package io.keelson.job.queue;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds blocked jobs that nobody will let go: the end of a job and the enqueuing of the next one with its key can miss each
 * other, and limits of tenants come and go. One node at a time.
 */
final class Sweeper implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final String ONE_AT_A_TIME = "select pg_try_advisory_xact_lock(8104, 0)";
    // Steps from key to key, however many jobs wait under each; goes on where the last sweep ended.
    private static final String WAITING_KEYS = """
        with recursive k (serial_key, tenant_id, n) as (
          (select serial_key, tenant_id, 1 from jobs.platform_job
            where status = 7 and gate in (1, 2) and (serial_key, tenant_id) > (:key, :tenant)
            order by serial_key, tenant_id limit 1)
          union all
          select w.serial_key, w.tenant_id, k.n + 1 from k cross join lateral (
            select serial_key, tenant_id from jobs.platform_job
            where status = 7 and gate in (1, 2) and (serial_key, tenant_id) > (k.serial_key, k.tenant_id)
            order by serial_key, tenant_id limit 1) w
          where k.n < 1000)
        select serial_key, tenant_id from k order by n\
        """;
    private static final String NUDGE = """
        update jobs.platform_job j set gate = 1
        from unnest(:keys, :tenants) as k (key, tenant) cross join lateral (
          select id from jobs.platform_job w
          where w.serial_key = k.key and w.tenant_id = k.tenant and w.status = 7 and w.gate in (1, 2)
          order by w.serial_key, w.tenant_id, w.id limit 1) h
        where j.id = h.id and j.status = 7 and j.gate = 2 and not exists (
          select 1 from jobs.platform_job r
          where r.serial_key = k.key and r.tenant_id = k.tenant and r.serial_key is not null
            and (r.status in (1, 2) or r.gate in (3, 4)))\
        """;
    private static final String SET_ASIDE = """
        update jobs.platform_job j set status = 7, gate = 3
        from jobs.platform_tenant_limit l cross join lateral (
          select id from jobs.platform_job w where w.status = 1 and w.tenant_id = l.tenant_id
          order by w.tenant_id desc, w.queue desc, w.priority desc, w.fair_seq desc
          offset l.max_running limit 5000 for update skip locked) e
        where j.id = e.id and j.status = 1\
        """;
    private static final String NO_LIMIT_ANY_MORE = """
        with recursive t (tenant_id) as (
          (select tenant_id from jobs.platform_job where status = 7 and gate = 3 order by tenant_id limit 1)
          union all
          select n.tenant_id from t cross join lateral (
            select tenant_id from jobs.platform_job where status = 7 and gate = 3 and tenant_id > t.tenant_id
            order by tenant_id limit 1) n)
        update jobs.platform_job j
        set status = 0, gate = case when j.serial_key is null then 0 else 4 end, run_at = clock_timestamp()
        from t cross join lateral (
          select id from jobs.platform_job w where w.status = 7 and w.gate = 3 and w.tenant_id = t.tenant_id
          limit 5000 for update skip locked) f
        where j.id = f.id
          and not exists (select 1 from jobs.platform_tenant_limit l where l.tenant_id = t.tenant_id)\
        """;
    private static final SerialKey FIRST = new SerialKey(new UUID(0, 0), "");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final WakeUp dispatcher;
    private SerialKey last = FIRST;

    Sweeper(DataSource dataSource, WakeUp dispatcher) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.dispatcher = dispatcher;
    }

    @Override
    public void run() {
        try {
            int changed = transaction.execute(_ -> sweep());
            if (changed > 0) {
                dispatcher.call();
            }
        } catch (RuntimeException e) {
            LOG.debug("Blocked jobs could not be looked at; it is tried again.", e);
        }
    }

    private int sweep() {
        if (!jdbc.sql(ONE_AT_A_TIME).query(Boolean.class).single()) {
            return 0;
        }
        return healKeys()
                + jdbc.sql(SET_ASIDE).update()
                + jdbc.sql(NO_LIMIT_ANY_MORE).update();
    }

    private int healKeys() {
        List<SerialKey> keys = jdbc.sql(WAITING_KEYS)
                .param("key", last.key())
                .param("tenant", last.tenant())
                .query((row, _) -> new SerialKey(row.getObject("tenant_id", UUID.class), row.getString("serial_key")))
                .list();
        last = keys.size() < 1_000 ? FIRST : keys.getLast();
        if (keys.isEmpty()) {
            return 0;
        }
        return jdbc.sql(NUDGE)
                .param(
                        "keys",
                        new SqlArrayValue(
                                "text", keys.stream().map(SerialKey::key).toArray()))
                .param(
                        "tenants",
                        new SqlArrayValue(
                                "uuid", keys.stream().map(SerialKey::tenant).toArray()))
                .update();
    }
}
