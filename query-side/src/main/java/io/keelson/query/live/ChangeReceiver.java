package io.keelson.query.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears from the other nodes which rows changed. Whenever it could not listen for a while, it reports a gap, so a node
 * whose connection is broken still looks after its subscriptions at every attempt to listen again.
 */
final class ChangeReceiver {
    private static final int WAIT_MILLIS = 10_000;
    private static final int VALID_WITHIN_SECONDS = 5;

    private final NotificationConnections connections;
    private final Listener listener;
    private final Clock clock;
    private volatile @Nullable Connection connection;
    private Instant heardUntil;

    ChangeReceiver(NotificationConnections connections, Listener listener, Clock clock) {
        this.connections = connections;
        this.listener = listener;
        this.clock = clock;
        this.heardUntil = clock.instant();
    }

    interface Listener {
        void heard(List<RowChange> changes);

        /** Changes since this moment may have been missed. */
        void missed(Instant since);
    }

    void turn() throws SQLException {
        try {
            listen();
        } catch (SQLException failure) {
            close();
            listener.missed(heardUntil);
            throw failure;
        }
    }

    void close() {
        Connection open = connection;
        connection = null;
        Connections.abort(open);
    }

    private void listen() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = open();
        }
        PGNotification[] notifications = open.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
        if (notifications == null || notifications.length == 0) {
            requireAlive(open);
        } else {
            for (PGNotification notification : notifications) {
                hear(notification.getParameter());
            }
        }
        heardUntil = clock.instant();
    }

    private Connection open() throws SQLException {
        Connection opened = connections.open();
        connection = opened;
        try (Statement statement = opened.createStatement()) {
            statement.execute("listen " + ChangeSender.CHANNEL);
        }
        listener.missed(heardUntil);
        return opened;
    }

    /** A connection that a firewall dropped would stay silent for ever. */
    private static void requireAlive(Connection connection) throws SQLException {
        if (!connection.isValid(VALID_WITHIN_SECONDS)) {
            throw new SQLException("The connection that listens for changes is dead.");
        }
    }

    private void hear(String payload) {
        if (Payload.isGap(payload)) {
            listener.missed(clock.instant());
        } else {
            listener.heard(Payload.changesIn(payload));
        }
    }
}
