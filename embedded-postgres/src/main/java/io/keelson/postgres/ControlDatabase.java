package io.keelson.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The database of the control plane. The roles of instances live on the same server, so they are kept out of it, and
 * out of the templates, where an idle session would block the making of every other database.
 */
final class ControlDatabase {
    private ControlDatabase() {}

    /** Makes the database when it is not there and closes it to the public; calling it twice does nothing more. */
    static void ensure(PostgresAddress address) throws SQLException {
        try (Connection connection = RunningServer.connect(address.withDatabase("postgres"));
                Statement statement = connection.createStatement()) {
            if (!exists(connection, address.database())) {
                statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(address.database(), true));
            }
            for (String name : List.of(address.database(), "postgres", "template1")) {
                statement.execute(
                        "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(statement.enquoteIdentifier(name, true)));
            }
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement search = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            search.setString(1, name);
            try (ResultSet row = search.executeQuery()) {
                return row.next();
            }
        }
    }
}
