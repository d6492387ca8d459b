package io.keelson.job.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** Which nodes live, and what becomes of the jobs of those that do not. */
final class NodeStore {
    private static final String BEAT = """
        insert into jobs.platform_node (id, host, last_seen, lanes, busy, max_lanes)
        values (:node, :host, clock_timestamp(), :lanes, :busy, :maxLanes)
        on conflict (id) do update
        set last_seen = excluded.last_seen, lanes = excluded.lanes, busy = excluded.busy
        returning xmax = 0\
        """;
    private static final String FORGET_SILENT = """
        delete from jobs.platform_node where id in (
          select id from jobs.platform_node
          where last_seen < clock_timestamp() - :silence * interval '1 millisecond' for update skip locked)\
        """;
    // The third death makes a job the suspect: it is given up, so that it kills no further node.
    private static final String RESCUE = """
        with lost as materialized (
          select id, locked_by as node from jobs.platform_job
          where status = 2 and not exists (select 1 from jobs.platform_node n where n.id = locked_by)
          for update skip locked),
        rescued as (
          update jobs.platform_job j
          set status = case when cancel_requested then 5 when deaths >= 2 then 4 else 1 end, deaths = deaths + 1, locked_by = null,
            last_code = 'NODE_DIED', last_error = 'The node that ran it died.', last_stack = null,
            finished_at = case when cancel_requested or deaths >= 2 then statement_timestamp() end
          from lost where j.id = lost.id
          returning j.id, j.type, j.queue, j.status, j.attempts, j.claims, j.started_at, j.run_at, lost.node, j.last_error),
        kept as (
          insert into jobs.platform_job_attempt
            (job_id, attempt, claim, node, started_at, ended_at, outcome, code, error)
          select id, attempts, claims, node, coalesce(started_at, statement_timestamp()), statement_timestamp(),
            'NODE_DIED', 'NODE_DIED', last_error
          from rescued
          on conflict do nothing)
        select id, type, queue, status, coalesce(extract(epoch from started_at - run_at), 0) * 1000 as waited,
          coalesce(extract(epoch from statement_timestamp() - started_at), 0) * 1000 as ran
        from rescued\
        """;
    private static final String GIVE_BACK = """
        update jobs.platform_job
        set status = case when cancel_requested then 5 else 1 end, attempts = attempts - 1, locked_by = null,
          finished_at = case when cancel_requested then statement_timestamp() end
        where status = 2 and locked_by = :node and id <> all(:held)\
        """;
    private static final String LEAVE = "delete from jobs.platform_node where id = :node";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    NodeStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Shows that a node lives; true when it was not known, because it is new or was taken for dead. */
    boolean beat(UUID node, String host, NodeLoad load) {
        return jdbc.sql(BEAT)
                .param("node", node)
                .param("host", host)
                .param("lanes", load.lanes())
                .param("busy", load.busy())
                .param("maxLanes", load.maxLanes())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes the jobs of nodes that were silent for too long; done by whichever node comes first. Answers the tries that
     * ended so; what ended dead was given up.
     */
    List<EndedJob> rescue(Duration silence) {
        return transaction.execute(_ -> {
            jdbc.sql(FORGET_SILENT).param("silence", silence.toMillis()).update();
            return jdbc.sql(RESCUE)
                    .query((row, _) -> new EndedJob(
                            row.getObject("id", UUID.class),
                            row.getString("type"),
                            row.getString("queue"),
                            JobStatus.of(row.getInt("status")),
                            true,
                            Duration.ofMillis(Math.max(0, row.getLong("waited"))),
                            Duration.ofMillis(Math.max(0, row.getLong("ran")))))
                    .list();
        });
    }

    /** Hands back, uncharged, what the table gives to this node but the node does not hold. */
    int giveBack(UUID node, Collection<UUID> held) {
        return jdbc.sql(GIVE_BACK)
                .param("node", node)
                .param("held", new SqlArrayValue("uuid", held.toArray()))
                .update();
    }

    /** Hands everything back and leaves. */
    void leave(UUID node) {
        transaction.executeWithoutResult(_ -> {
            giveBack(node, List.of());
            jdbc.sql(LEAVE).param("node", node).update();
        });
    }

    /** How many lanes a node has, and how many of them run a job. */
    record NodeLoad(int lanes, int busy, int maxLanes) {}
}
