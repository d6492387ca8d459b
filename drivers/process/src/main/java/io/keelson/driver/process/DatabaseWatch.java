package io.keelson.driver.process;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at roles and databases again and again over one connection, which is kept: signing in costs far more than a look.
 * A connection that fails is given up, and the look fails; the next one makes a new connection.
 */
final class DatabaseWatch {
    private static final String LOOK = """
            SELECT r.rolname IS NOT NULL, r.rolcanlogin, r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication,
              r.rolconnlimit, d.datname IS NOT NULL, d.datallowconn, d.datdba = r.oid
            FROM (VALUES (?)) wanted (name)
              LEFT JOIN pg_roles r ON r.rolname = wanted.name
              LEFT JOIN pg_database d ON d.datname = wanted.name""";
    private static final String SIZE = "SELECT pg_database_size(oid) FROM pg_database WHERE datname = ?";
    private static final String VERIFIER = "SELECT rolpassword FROM pg_authid WHERE rolname = ?";
    private static final long SPARED_NANOS = 3_000_000_000L;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final DatabaseServer server;
    private @Nullable DatabaseSession session;
    private @Nullable SQLException failure;
    private long failedAt;

    DatabaseWatch(DatabaseServer server) {
        this.server = server;
    }

    DatabaseStanding look(UUID instanceId) throws SQLException {
        return ask(
                LOOK,
                instanceId,
                row -> row.next()
                        ? new DatabaseStanding(
                                row.getBoolean(1),
                                row.getBoolean(2),
                                row.getBoolean(3),
                                row.getInt(4),
                                row.getBoolean(5),
                                row.getBoolean(6),
                                row.getBoolean(7))
                        : DatabaseStanding.NOTHING);
    }

    /** Bytes of the database on the server's disk; 0 when there is none. */
    long size(UUID instanceId) throws SQLException {
        return ask(SIZE, instanceId, row -> row.next() ? row.getLong(1) : 0L);
    }

    /** How the server remembers the role's password; null when it knows none, or does not tell us. */
    @Nullable
    String verifier(UUID instanceId) throws SQLException {
        try {
            return this.<@Nullable String>ask(VERIFIER, instanceId, row -> row.next() ? row.getString(1) : null);
        } catch (SQLException refused) {
            if (INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                return null;
            }
            throw refused;
        }
    }

    private synchronized <T extends @Nullable Object> T ask(String query, UUID instanceId, Reading<T> reading)
            throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement(query)) {
            statement.setString(1, InstanceDatabase.name(instanceId));
            try (ResultSet row = statement.executeQuery()) {
                return reading.read(row);
            }
        } catch (SQLException broken) {
            giveUp(broken);
            throw broken;
        }
    }

    private Connection connection() throws SQLException {
        if (session == null) {
            if (failure != null && System.nanoTime() - failedAt < SPARED_NANOS) {
                throw new SQLException("The server did not answer a moment ago.", failure.getSQLState(), failure);
            }
            session = DatabaseSession.openImpatient(server);
        }
        return session.connection();
    }

    private void giveUp(SQLException now) {
        if (session != null) {
            try {
                session.close();
            } catch (SQLException alsoWhileClosing) {
                now.addSuppressed(alsoWhileClosing);
            }
            session = null;
            return;
        }
        // Only a failed sign-in is remembered: many instances would wait for the next one after another.
        if (failure == null || System.nanoTime() - failedAt >= SPARED_NANOS) {
            failure = now;
            failedAt = System.nanoTime();
        }
    }

    /** Reads an answer. */
    private interface Reading<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }
}
