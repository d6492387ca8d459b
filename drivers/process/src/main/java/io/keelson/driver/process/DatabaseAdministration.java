package io.keelson.driver.process;

import io.keelson.driver.Observation.Part;
import io.keelson.driver.StepProgress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.postgresql.util.PasswordUtil;

/** Makes and takes away the role and the database of an instance. Both may be repeated, also by another control plane. */
final class DatabaseAdministration {
    private static final String ROLE_EXISTS = "SELECT true FROM pg_roles WHERE rolname = ?";
    private static final String DATABASE_EXISTS = "SELECT true FROM pg_database WHERE datname = ?";
    private static final String IN_USE = "55006";
    private static final int ATTEMPTS = 5;

    private final DatabaseServer server;

    DatabaseAdministration(DatabaseServer server) {
        this.server = server;
    }

    /** What the server has of the instance. */
    Set<Part> look(UUID instanceId) throws SQLException {
        String name = InstanceDatabase.name(instanceId);
        Set<Part> present = EnumSet.noneOf(Part.class);
        try (DatabaseSession session = DatabaseSession.open(server)) {
            if (session.isTrue(ROLE_EXISTS, name)) {
                present.add(Part.ROLE);
            }
            if (session.isTrue(DATABASE_EXISTS, name)) {
                present.add(Part.DATABASE);
            }
        }
        return present;
    }

    /** How long ago the server was started, or recovered from a crash; fails while it does not answer. */
    Duration serverAge() throws SQLException {
        try (DatabaseSession session = DatabaseSession.open(server)) {
            return session.age();
        }
    }

    void make(UUID instanceId, String operationId, String password, StepProgress progress) throws SQLException {
        String name = InstanceDatabase.name(instanceId);
        try (DatabaseSession session = DatabaseSession.open(server)) {
            session.lock(instanceId);
            String quoted = session.identifier(name);
            String mark = session.literal("keelson instance %s operation %s".formatted(instanceId, operationId));
            makeRole(session, name, quoted, password);
            session.execute("COMMENT ON ROLE %s IS %s".formatted(quoted, mark));
            progress.report(30, "The role is there");
            makeDatabase(session, name, quoted);
            progress.report(70, "The database is there");
            Ownership.restore(server, session, instanceId);
            session.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(quoted));
            session.execute("COMMENT ON DATABASE %s IS %s".formatted(quoted, mark));
        }
    }

    private void makeRole(DatabaseSession session, String name, String quoted, String password) throws SQLException {
        boolean there = session.isTrue(ROLE_EXISTS, name);
        // A verifier instead of the password: statements may be logged by the server.
        session.execute("%s ROLE %s LOGIN %sCONNECTION LIMIT %d PASSWORD %s"
                .formatted(
                        there ? "ALTER" : "CREATE",
                        quoted,
                        there ? withoutPowers(session) : "",
                        server.connectionLimit(),
                        session.literal(PasswordUtil.encodeScramSha256(password.toCharArray()))));
        if (!session.isTrue("SELECT rolsuper FROM pg_roles WHERE rolname = ?", server.user())) {
            session.execute("GRANT %s TO CURRENT_USER".formatted(quoted));
        }
    }

    // Only a superuser may speak of some powers at all, and only such a one can have given them.
    private String withoutPowers(DatabaseSession session) throws SQLException {
        return session.isTrue("SELECT rolsuper FROM pg_roles WHERE rolname = ?", server.user())
                ? "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION "
                : "";
    }

    private static void makeDatabase(DatabaseSession session, String name, String quoted) throws SQLException {
        if (session.isTrue(DATABASE_EXISTS, name)) {
            session.execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS true".formatted(quoted));
        } else {
            whileInUse(session, "CREATE DATABASE %s OWNER %s TEMPLATE template0".formatted(quoted, quoted));
        }
    }

    void remove(UUID instanceId, StepProgress progress) throws SQLException {
        String name = InstanceDatabase.name(instanceId);
        try (DatabaseSession session = DatabaseSession.open(server)) {
            session.lock(instanceId);
            String quoted = session.identifier(name);
            if (session.isTrue(ROLE_EXISTS, name)) {
                session.execute("ALTER ROLE %s NOLOGIN".formatted(quoted));
            }
            for (String database : InstanceDatabase.all(instanceId)) {
                drop(session, database);
                progress.report(20, "A database is gone");
            }
            progress.report(60, "The database is gone");
            if (session.isTrue(ROLE_EXISTS, name)) {
                session.isTrue(
                        "SELECT count(pg_terminate_backend(pid)) > 0 FROM pg_stat_activity WHERE usename = ?", name);
                session.execute("DROP OWNED BY %s".formatted(quoted));
                session.execute("DROP ROLE IF EXISTS %s".formatted(quoted));
            }
        }
    }

    /** Makes the empty database that a restoration fills; what a cut off one has left in it is lost. */
    void makeIncoming(UUID instanceId, String operationId) throws SQLException {
        String incoming = InstanceDatabase.incoming(instanceId);
        try (DatabaseSession session = DatabaseSession.open(server)) {
            session.lock(instanceId);
            drop(session, incoming);
            String quoted = session.identifier(incoming);
            String owner = session.identifier(InstanceDatabase.name(instanceId));
            whileInUse(session, "CREATE DATABASE %s OWNER %s TEMPLATE template0".formatted(quoted, owner));
            session.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(quoted));
            session.execute("COMMENT ON DATABASE %s IS %s"
                    .formatted(
                            quoted,
                            session.literal("keelson instance %s operation %s".formatted(instanceId, operationId))));
        }
    }

    /** Copies the database of a stopped workload; what a cut off copy has left is lost. */
    void copyToIncoming(UUID instanceId, String operationId) throws SQLException {
        String name = InstanceDatabase.name(instanceId);
        String incoming = InstanceDatabase.incoming(instanceId);
        try (DatabaseSession session = DatabaseSession.open(server)) {
            session.lock(instanceId);
            drop(session, incoming);
            String quoted = session.identifier(incoming);
            String original = session.identifier(name);
            session.isTrue("SELECT count(pg_terminate_backend(pid)) > 0 FROM pg_stat_activity WHERE datname = ?", name);
            whileInUse(session, "CREATE DATABASE %s OWNER %s TEMPLATE %s".formatted(quoted, original, original));
            session.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(quoted));
            session.execute("COMMENT ON DATABASE %s IS %s"
                    .formatted(
                            quoted,
                            session.literal("keelson instance %s operation %s".formatted(instanceId, operationId))));
        }
    }

    /** Whether a database is put aside, so that the one in its place is the restored one or on its way there. */
    boolean isSwapped(UUID instanceId) throws SQLException {
        try (DatabaseSession session = DatabaseSession.open(server)) {
            return session.isTrue(DATABASE_EXISTS, InstanceDatabase.aside(instanceId));
        }
    }

    /** Puts the database aside and the incoming one, with the same settings, in its place. Twice: nothing is moved again. */
    void swapIn(UUID instanceId) throws SQLException {
        String name = InstanceDatabase.name(instanceId);
        try (DatabaseSession session = DatabaseSession.open(server)) {
            session.lock(instanceId);
            if (!session.isTrue(DATABASE_EXISTS, InstanceDatabase.aside(instanceId))) {
                new DatabaseSettings(session).carry(name, InstanceDatabase.incoming(instanceId));
                rename(session, name, InstanceDatabase.aside(instanceId));
            }
            if (!session.isTrue(DATABASE_EXISTS, name)) {
                rename(session, InstanceDatabase.incoming(instanceId), name);
            }
        }
    }

    /** Puts the database that was put aside back in its place. Twice: it is there already. */
    void swapBack(UUID instanceId) throws SQLException {
        String name = InstanceDatabase.name(instanceId);
        try (DatabaseSession session = DatabaseSession.open(server)) {
            session.lock(instanceId);
            drop(session, InstanceDatabase.incoming(instanceId));
            if (session.isTrue(DATABASE_EXISTS, InstanceDatabase.aside(instanceId))) {
                drop(session, name);
                rename(session, InstanceDatabase.aside(instanceId), name);
            }
        }
    }

    /** Drops what a restoration has left beside the database. */
    void dropAside(UUID instanceId) throws SQLException {
        try (DatabaseSession session = DatabaseSession.open(server)) {
            session.lock(instanceId);
            drop(session, InstanceDatabase.incoming(instanceId));
            drop(session, InstanceDatabase.aside(instanceId));
        }
    }

    // Without the connections of others, for a database in use cannot be renamed.
    private static void rename(DatabaseSession session, String from, String to) throws SQLException {
        String quoted = session.identifier(from);
        session.execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS false".formatted(quoted));
        session.isTrue("SELECT count(pg_terminate_backend(pid)) > 0 FROM pg_stat_activity WHERE datname = ?", from);
        String renamed = session.identifier(to);
        whileInUse(session, "ALTER DATABASE %s RENAME TO %s".formatted(quoted, renamed));
        session.execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS true".formatted(renamed));
    }

    private static void drop(DatabaseSession session, String database) throws SQLException {
        if (session.isTrue(DATABASE_EXISTS, database)) {
            String quoted = session.identifier(database);
            session.execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS false".formatted(quoted));
            whileInUse(session, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(quoted));
        }
    }

    // The server itself may look at a database for a moment, and waits five seconds before it says so.
    private static void whileInUse(DatabaseSession session, String sql) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                session.execute(sql);
                return;
            } catch (SQLException failure) {
                if (!IN_USE.equals(failure.getSQLState()) || attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }
}
