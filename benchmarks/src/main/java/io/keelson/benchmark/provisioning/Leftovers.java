package io.keelson.benchmark.provisioning;

import io.keelson.benchmark.node.JarNode;
import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** What exists of the instances of a node outside of any record. */
final class Leftovers {
    private static final String IN_DATABASE = """
            SELECT 'database ' || datname FROM pg_database
            WHERE datname NOT IN ('postgres', 'template0', 'template1', 'keelson')
            UNION ALL
            SELECT 'role ' || rolname FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> 'keelson'
            """;

    private Leftovers() {}

    /** Processes that work below the home, directories of instances, databases and roles. */
    static List<String> of(JarNode node) throws IOException, SQLException {
        Path instances = node.home().resolve("process/instances");
        List<String> found = new ArrayList<>();
        if (Files.isDirectory(instances)) {
            try (Stream<Path> directories = Files.list(instances)) {
                directories.forEach(directory -> found.add("directory " + directory));
            }
        }
        ProcessHandle.allProcesses()
                .filter(process -> carriesMark(process, instances))
                .forEach(process -> found.add("process " + process.pid()));
        PostgresAddress server = node.database();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IN_DATABASE)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static boolean carriesMark(ProcessHandle process, Path instances) {
        Path entry = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readString(entry.resolve("environ"), StandardCharsets.ISO_8859_1)
                            .contains("KEELSON_INSTANCE_ID=")
                    && Files.readSymbolicLink(entry.resolve("cwd")).toString().startsWith(instances.toString());
        } catch (IOException endedMeanwhile) {
            return false;
        }
    }
}
