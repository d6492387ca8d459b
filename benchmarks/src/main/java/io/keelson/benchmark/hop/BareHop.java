package io.keelson.benchmark.hop;

import io.keelson.benchmark.figure.Samples;
import io.keelson.benchmark.node.AppNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.postgresql.PGConnection;

/**
 * The limit: a row is committed and announced by hand; who listens reads it, writes a row of its own and commits.
 */
final class BareHop implements AutoCloseable {
    private static final int LOOK_MILLIS = 200;

    private final Connection sender;
    private final Connection announcer;
    private final Connection receiver;
    private final BlockingQueue<Long> commits = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    BareHop(AppNode node) throws SQLException {
        sender = node.connect();
        announcer = node.connect();
        receiver = node.connect();
        sender.setAutoCommit(false);
        try (Statement listen = receiver.createStatement()) {
            listen.execute("LISTEN benchmark_hop");
        }
        Thread.ofPlatform().name("bare-hop").daemon().start(this::listen);
    }

    /** Sends one message and waits until it was handled; counted from its commit. */
    void take(int number, Samples samples) throws SQLException, InterruptedException {
        try (PreparedStatement insert = sender.prepareStatement("INSERT INTO benchmark.message VALUES (?, 'hop')")) {
            insert.setInt(1, number);
            insert.executeUpdate();
            sender.commit();
        }
        long committed = System.nanoTime();
        try (PreparedStatement announce = announcer.prepareStatement("SELECT pg_notify('benchmark_hop', ?)")) {
            announce.setString(1, Integer.toString(number));
            announce.execute();
        }
        samples.add(Arrivals.millisBetween(committed, commits));
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        sender.close();
        announcer.close();
        receiver.close();
    }

    private void listen() {
        try {
            PGConnection notifications = receiver.unwrap(PGConnection.class);
            while (!closed) {
                for (var notification : notifications.getNotifications(LOOK_MILLIS)) {
                    handle(Integer.parseInt(notification.getParameter()));
                }
            }
        } catch (SQLException failure) {
            if (!closed) {
                throw new IllegalStateException("The listener lost its connection.", failure);
            }
        }
    }

    private void handle(int number) throws SQLException {
        receiver.setAutoCommit(false);
        try (PreparedStatement read = receiver.prepareStatement("SELECT text FROM benchmark.message WHERE number = ?");
                PreparedStatement insert = receiver.prepareStatement(Arrivals.INSERT)) {
            read.setInt(1, number);
            try (ResultSet message = read.executeQuery()) {
                message.next();
                insert.setString(1, message.getString(1));
            }
            insert.setInt(2, number);
            insert.executeUpdate();
        }
        receiver.commit();
        commits.add(System.nanoTime());
        receiver.setAutoCommit(true);
    }
}
