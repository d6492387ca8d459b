package io.keelson.driver.process;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.PGConnection;

/** A connection to the maintenance database. No statement it sends ever holds a password. */
final class DatabaseSession implements AutoCloseable {
    private static final String CONNECT_SECONDS = "10";
    private static final String IMPATIENT_SECONDS = "5";
    private static final String ANSWER_SECONDS = "120";

    // After the crash of one session the server recovers without being started again, and counts from zero.
    private static final String AGE = """
            SELECT extract(epoch FROM clock_timestamp() - greatest(pg_postmaster_start_time(), stats_reset))
            FROM pg_stat_wal""";

    private final Connection connection;

    private DatabaseSession(Connection connection) {
        this.connection = connection;
    }

    static DatabaseSession open(DatabaseServer server) throws SQLException {
        return open(server, server.maintenanceDatabase());
    }

    /** A session in another database, as the role of the same name, which owns everything in it. */
    static DatabaseSession openAsOwner(DatabaseServer server, String database, String role) throws SQLException {
        DatabaseSession session = open(server, database);
        session.execute("SET ROLE " + session.identifier(role));
        return session;
    }

    /** A session for somebody who asks again and again, and rather than wait asks later. */
    static DatabaseSession openImpatient(DatabaseServer server) throws SQLException {
        return open(server, server.maintenanceDatabase(), IMPATIENT_SECONDS);
    }

    /** A session in another database. */
    static DatabaseSession open(DatabaseServer server, String database) throws SQLException {
        return open(server, database, ANSWER_SECONDS);
    }

    private static DatabaseSession open(DatabaseServer server, String database, String answerSeconds)
            throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password().get());
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", answerSeconds);
        properties.setProperty("ApplicationName", "keelson-process-driver");
        return new DatabaseSession(DriverManager.getConnection(server.jdbcUrl(database), properties));
    }

    /**
     * Waits until no other session works on the instance. The server keeps the lock as long as it still runs a statement
     * of a control plane that died, so what that statement makes is seen afterwards.
     */
    void lock(UUID instanceId) throws SQLException {
        execute("SET lock_timeout = '60s'");
        execute("SELECT pg_advisory_lock(%d)"
                .formatted(instanceId.getMostSignificantBits() ^ instanceId.getLeastSignificantBits()));
    }

    boolean isTrue(String query, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** How long ago the server was started, or recovered from a crash. */
    Duration age() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(AGE)) {
            row.next();
            return Duration.ofMillis((long) (row.getDouble(1) * 1_000));
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connection() {
        return connection;
    }

    String identifier(String name) throws SQLException {
        return connection.unwrap(PGConnection.class).escapeIdentifier(name);
    }

    String literal(String text) throws SQLException {
        return "'" + connection.unwrap(PGConnection.class).escapeLiteral(text) + "'";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
