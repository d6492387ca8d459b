package io.keelson.sample.storefront;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** At most three connections, opened when needed, used again while they work, replaced after the server was away. */
final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 3;
    private static final int PATIENCE_SECONDS = 5;
    /** More than for anything else: many instances may start at once on a machine that was just switched on. */
    private static final int LOGIN_SECONDS = 60;

    private final Environment environment;
    private final Semaphore places = new Semaphore(CONNECTIONS, true);
    private final Deque<Connection> idle = new ArrayDeque<>();

    Database(Environment environment) {
        this.environment = environment;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** A connection outside the pool. */
    static Connection connect(Environment environment) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", environment.databaseUser());
        properties.setProperty("password", environment.databasePassword());
        properties.setProperty("ApplicationName", "storefront");
        properties.setProperty("connectTimeout", Integer.toString(PATIENCE_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(LOGIN_SECONDS));
        return DriverManager.getConnection(environment.databaseUrl(), properties);
    }

    /** Runs the work; a connection that failed is thrown away. */
    <T> T call(Work<T> work) throws SQLException {
        takePlace();
        try {
            Connection connection = working();
            try {
                T result = work.with(connection);
                keep(connection);
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(Database::closeQuietly);
            idle.clear();
        }
    }

    private void takePlace() throws SQLException {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLException("All %d connections are busy.".formatted(CONNECTIONS));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for a connection.", interrupted);
        }
    }

    private Connection working() throws SQLException {
        while (true) {
            Connection connection;
            synchronized (idle) {
                connection = idle.poll();
            }
            if (connection == null) {
                return connect(environment);
            }
            if (connection.isValid(PATIENCE_SECONDS)) {
                return connection;
            }
            closeQuietly(connection);
        }
    }

    private void keep(Connection connection) {
        synchronized (idle) {
            idle.push(connection);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            System.err.println("A connection could not be closed: " + gone.getMessage());
        }
    }
}
