package io.keelson.benchmark.life;

import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What exists of instances at both sites outside of any record. */
final class Leftovers {
    private static final String IN_DATABASE = """
            SELECT 'database ' || datname FROM pg_database WHERE datname ~ '^keelson_[0-9a-f]{32}'
            UNION ALL
            SELECT 'role ' || rolname FROM pg_roles WHERE rolname ~ '^keelson_[0-9a-f]{32}'
            """;

    private Leftovers() {}

    static List<String> of(Path home, PostgresAddress... servers) throws IOException, SQLException {
        List<String> found = new ArrayList<>();
        for (String place : List.of("process", "sites/north/process")) {
            for (String kind : List.of("instances", "ports")) {
                Path directory = home.resolve(place).resolve(kind);
                if (Files.isDirectory(directory)) {
                    try (Stream<Path> entries = Files.list(directory)) {
                        entries.forEach(entry -> found.add("file " + entry));
                    }
                }
            }
        }
        ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, home))
                .forEach(process -> found.add("process " + process.pid()));
        for (PostgresAddress server : servers) {
            try (Connection connection =
                            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(IN_DATABASE)) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private static boolean worksIn(ProcessHandle process, Path home) {
        try {
            String directory = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .toString();
            return directory.startsWith(home.toString()) && directory.contains("/instances/");
        } catch (IOException endedMeanwhile) {
            return false;
        }
    }
}
