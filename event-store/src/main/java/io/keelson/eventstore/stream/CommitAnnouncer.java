package io.keelson.eventstore.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;

/** Tells other nodes of commits, at most once in some milliseconds. */
final class CommitAnnouncer implements AutoCloseable {
    private static final Duration REST = Duration.ofMillis(5);

    private final String node;
    private final BlockingQueue<Boolean> pending = new ArrayBlockingQueue<>(1);
    private final SignalThread thread;

    CommitAnnouncer(DataSource connections, String node) {
        this.node = node;
        this.thread = new SignalThread("event-announcer", connections, this::announceAll);
    }

    /** Returns at once. A commit during the rest is announced after it. */
    void announce() {
        if (pending.offer(Boolean.TRUE) && !thread.isStarted()) {
            thread.start();
        }
    }

    @Override
    public void close() {
        thread.close();
    }

    private void announceAll(Connection connection) throws SQLException, InterruptedException {
        try (Statement session = connection.createStatement()) {
            // A signal is no promise, so it waits for no disk.
            session.execute("SET synchronous_commit = off");
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            statement.setString(1, CommitSignals.CHANNEL);
            statement.setString(2, node);
            while (!thread.isClosed()) {
                announceNext(statement);
                Thread.sleep(REST);
            }
        }
    }

    private void announceNext(PreparedStatement statement) throws SQLException, InterruptedException {
        pending.take();
        boolean announced = false;
        try {
            announced = statement.execute();
        } finally {
            if (!announced) {
                // Over the next connection.
                announce();
            }
        }
    }
}
