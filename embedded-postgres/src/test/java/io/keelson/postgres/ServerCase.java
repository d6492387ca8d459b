package io.keelson.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Words shared by the tests that start servers. */
final class ServerCase {
    private ServerCase() {}

    /** Durable and small, with programs that all tests share. */
    static PostgresSettings settings(Path directory) {
        return PostgresSettings.in(directory)
                .withBinaries(EphemeralPostgres.home())
                .withMaxConnections(20)
                .withServerSettings(Map.of("shared_buffers", "16MB"));
    }

    static void execute(PostgresAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(PostgresAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    static Connection connect(PostgresAddress address) throws SQLException {
        return new EphemeralDatabase(address).dataSource().getConnection();
    }

    /** Starts a second JVM that runs {@link AbandonedLauncher} on the directory. */
    static Process anotherJvm(Path directory, String behaviour) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedLauncher.class.getName(),
                        directory.toString(),
                        behaviour))
                .redirectErrorStream(true)
                .start();
    }
}
