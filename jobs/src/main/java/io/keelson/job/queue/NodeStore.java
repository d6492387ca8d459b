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
            insert into jobs.platform_node (id, host, last_seen) values (:node, :host, clock_timestamp())
            on conflict (id) do update set last_seen = excluded.last_seen
            returning xmax = 0""";
    private static final String FORGET_SILENT = """
        delete from jobs.platform_node where id in (
          select id from jobs.platform_node
          where last_seen < clock_timestamp() - :silence * interval '1 millisecond' for update skip locked)\
        """;
    // The third death makes a job the suspect: it is given up, so that it kills no further node.
    private static final String RESCUE = """
            update jobs.platform_job
            set status = case when deaths >= 2 then 4 else 1 end, deaths = deaths + 1, locked_by = null,
              last_error = 'The node that ran it died.',
              finished_at = case when deaths >= 2 then statement_timestamp() end
            where id in (
              select id from jobs.platform_job
              where status = 2 and not exists (select 1 from jobs.platform_node n where n.id = locked_by)
              for update skip locked)
            returning id, type, status""";
    private static final String GIVE_BACK = """
            update jobs.platform_job set status = 1, attempts = attempts - 1, locked_by = null
            where status = 2 and locked_by = :node and id <> all(:held)""";
    private static final String LEAVE = "delete from jobs.platform_node where id = :node";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    NodeStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Shows that a node lives; true when it was not known, because it is new or was taken for dead. */
    boolean beat(UUID node, String host) {
        return jdbc.sql(BEAT)
                .param("node", node)
                .param("host", host)
                .query(Boolean.class)
                .single();
    }

    /** Takes the jobs of nodes that were silent for too long; done by whichever node comes first. */
    List<RescuedJob> rescue(Duration silence) {
        return transaction.execute(_ -> {
            jdbc.sql(FORGET_SILENT).param("silence", silence.toMillis()).update();
            return jdbc.sql(RESCUE)
                    .query((row, _) -> new RescuedJob(
                            row.getObject("id", UUID.class), row.getString("type"), row.getInt("status") == 4))
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

    /** A job whose node died; {@code dead} when it was given up. */
    record RescuedJob(UUID id, String type, boolean dead) {}
}
