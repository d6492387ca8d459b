package io.keelson.eventstore.processing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows that this node lives, by an advisory lock that goes when its connection goes, and frees the tokens of nodes that do
 * not. So the event processors of a process that was killed go on within a second and not after the claim's time-out,
 * which remains for a machine that vanished without closing its connections. A node that is wrongly taken for dead loses
 * nothing: its token update finds no claim, and its transaction is rolled back.
 */
public final class NodePresence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodePresence.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final String LIVES = "SELECT pg_advisory_lock(hashtextextended('keelson.node:' || ?, 0))";
    private static final String FREE = """
        UPDATE event_store.token_entry SET owner = NULL
        WHERE owner <> ? AND pg_try_advisory_xact_lock(hashtextextended('keelson.node:' || owner, 0))\
        """;

    private final DataSource connections;
    private final UUID node;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("node-presence").factory());
    private @Nullable Connection connection;

    private NodePresence(DataSource connections, UUID node) {
        this.connections = connections;
        this.node = node;
    }

    /**
     * Returns when this node counts as living and the claims of dead ones are free.
     *
     * @param connections gives one connection that is kept for good; best an unpooled source
     * @param node the owner of the tokens that this node claims
     */
    public static NodePresence of(DataSource connections, UUID node) {
        NodePresence presence = new NodePresence(connections, node);
        presence.look();
        var _ = presence.thread.scheduleWithFixedDelay(presence::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return presence;
    }

    public UUID node() {
        return node;
    }

    /** From now on this node counts as dead. Twice: changes nothing. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            var _ = thread.awaitTermination(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }

    private synchronized void look() {
        try {
            int freed = update(connected(), FREE);
            if (freed > 0) {
                LOG.info("Freed {} event processors of nodes that are gone.", freed);
            }
        } catch (SQLException e) {
            LOG.debug("Node {} cannot show that it lives; it tries again in {} ms.", node, LOOK_MILLIS, e);
            disconnect();
        }
    }

    private Connection connected() throws SQLException {
        Connection current = connection;
        if (current == null) {
            current = connections.getConnection();
            connection = current;
            try (PreparedStatement lives = current.prepareStatement(LIVES)) {
                lives.setString(1, node.toString());
                lives.execute();
            }
        }
        return current;
    }

    private int update(Connection on, String sql) throws SQLException {
        try (PreparedStatement statement = on.prepareStatement(sql)) {
            statement.setString(1, node.toString());
            return statement.executeUpdate();
        }
    }

    private synchronized void disconnect() {
        try (Connection _ = connection) {
            connection = null;
        } catch (SQLException e) {
            LOG.debug("The connection of node {} did not close cleanly.", node, e);
        }
    }
}
