package io.keelson.eventstore.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Listens for the commits of other nodes. */
final class CommitListener implements AutoCloseable {
    private static final int LOOK_MILLIS = (int) Duration.ofSeconds(10).toMillis();

    private final String node;
    private final Runnable onRemoteCommit;
    private final SignalThread thread;

    CommitListener(DataSource connections, String node, Runnable onRemoteCommit) {
        this.node = node;
        this.onRemoteCommit = onRemoteCommit;
        this.thread = new SignalThread("event-listener", connections, this::listen);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.close();
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CommitSignals.CHANNEL);
        }
        // Something may have come while nobody listened.
        onRemoteCommit.run();
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!thread.isClosed()) {
            if (cameFromElsewhere(postgres.getNotifications(LOOK_MILLIS))) {
                onRemoteCommit.run();
            }
        }
    }

    private boolean cameFromElsewhere(PGNotification @Nullable [] notifications) {
        if (notifications == null) {
            return false;
        }
        for (PGNotification notification : notifications) {
            if (!node.equals(notification.getParameter())) {
                return true;
            }
        }
        return false;
    }
}
