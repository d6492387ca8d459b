package io.keelson.sample.storefront;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings the database up to date. Running it again, or twice at once, does nothing more. */
final class Migrations {
    /** Any number will do, as long as all releases use the same. */
    private static final long LOCK = 7_305_801_264L;

    private final List<String> names;

    private Migrations(List<String> names) {
        this.names = names;
    }

    static Migrations of(Release release) {
        return new Migrations(release.migrations());
    }

    /** Applies what is missing, in order, each in a transaction together with the note that it was applied. */
    void run(Environment environment) throws SQLException, IOException {
        try (Connection connection = Database.connect(environment);
                Statement statement = connection.createStatement()) {
            // The session's end releases the lock, also when it ends by a crash.
            statement.execute("SELECT pg_advisory_lock(%d)".formatted(LOCK));
            statement.execute("CREATE TABLE IF NOT EXISTS storefront_migrations"
                    + " (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())");
            Set<String> applied = applied(statement);
            connection.setAutoCommit(false);
            for (String name : names) {
                if (!applied.contains(name)) {
                    apply(name, connection, statement);
                }
            }
        }
    }

    /** Takes back what is still there of these, each in a transaction together with the note. Twice: nothing is left to do. */
    void takeBack(Environment environment, List<String> latestFirst) throws SQLException, IOException {
        try (Connection connection = Database.connect(environment);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(%d)".formatted(LOCK));
            Set<String> applied = applied(statement);
            connection.setAutoCommit(false);
            for (String name : latestFirst) {
                if (applied.contains(name)) {
                    takeBack(name, connection, statement);
                }
            }
        }
    }

    private static void takeBack(String name, Connection connection, Statement statement)
            throws SQLException, IOException {
        statement.execute(Release.migration(name.replace(".sql", ".reverse.sql")));
        try (PreparedStatement note = connection.prepareStatement("DELETE FROM storefront_migrations WHERE name = ?")) {
            note.setString(1, name);
            note.executeUpdate();
        }
        connection.commit();
        System.out.printf("Took the migration %s back%n", name);
    }

    private static Set<String> applied(Statement statement) throws SQLException {
        Set<String> applied = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT name FROM storefront_migrations")) {
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
        }
        return applied;
    }

    private static void apply(String name, Connection connection, Statement statement)
            throws SQLException, IOException {
        statement.execute(Release.migration(name));
        try (PreparedStatement note =
                connection.prepareStatement("INSERT INTO storefront_migrations (name) VALUES (?)")) {
            note.setString(1, name);
            note.executeUpdate();
        }
        connection.commit();
        System.out.printf("Applied the migration %s%n", name);
    }
}
