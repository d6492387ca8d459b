package io.keelson.query.live;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the other nodes which rows changed, on a connection of its own: a notification inside a business transaction
 * would make all commits of the database wait for each other. Many changes travel in few notifications.
 */
final class ChangeSender {
    static final String CHANNEL = "keelson_projection";

    private static final long SPACING_MILLIS = 5;

    private final NotificationConnections connections;
    private final PendingChanges pending;
    private @Nullable Connection connection;

    ChangeSender(NotificationConnections connections, PendingChanges pending) {
        this.connections = connections;
        this.pending = pending;
    }

    void turn() throws SQLException, InterruptedException {
        PendingChanges.Batch batch = pending.take();
        try {
            send(batch);
        } catch (SQLException failure) {
            pending.putBack(batch);
            close();
            throw failure;
        }
        Thread.sleep(SPACING_MILLIS);
    }

    void close() {
        Connection open = connection;
        connection = null;
        Connections.abort(open);
    }

    private void send(PendingChanges.Batch batch) throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = connections.open();
            connection = open;
        }
        try (PreparedStatement notify = open.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
            for (String payload : Payload.of(batch)) {
                notify.setString(1, payload);
                notify.execute();
            }
        }
    }
}
