package io.keelson.app.story;

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

/** What exists of an instance outside of any record: processes, directories, ports, databases, roles. */
public final class Leftovers {
    private Leftovers() {}

    /** Names everything that still carries the id; empty when nothing is left. */
    static List<String> of(String instanceId, Path home, String jdbcUrl, String user, String password)
            throws IOException, SQLException {
        String uuid = instanceId.substring(instanceId.indexOf(':') + 1);
        List<String> found = new ArrayList<>(processes(uuid));
        Path directory = home.resolve("process");
        try (Stream<Path> files = Files.isDirectory(directory) ? Files.walk(directory) : Stream.empty()) {
            files.filter(file -> mentions(file, uuid)).forEach(file -> found.add("file " + file));
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 'database ' || datname from pg_database"
                        + " where replace(datname, '_', '') like '%" + uuid.replace("-", "") + "%'"
                        + " union all select 'role ' || rolname from pg_roles"
                        + " where replace(rolname, '_', '') like '%" + uuid.replace("-", "") + "%'")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Processes whose environment names the instance. */
    public static List<String> processes(String uuid) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            for (Path entry : entries.filter(
                            path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                try {
                    if (Files.readString(entry.resolve("environ"), java.nio.charset.StandardCharsets.ISO_8859_1)
                            .contains("KEELSON_INSTANCE_ID=" + uuid)) {
                        found.add("process " + entry.getFileName());
                    }
                } catch (IOException e) {
                    continue; // ended meanwhile, or not ours to read
                }
            }
        }
        return found;
    }

    private static boolean mentions(Path file, String uuid) {
        if (file.toString().contains(uuid)) {
            return true;
        }
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) < 10_000
                    && file.getParent().getFileName().toString().equals("ports")
                    && Files.readString(file).contains(uuid);
        } catch (IOException e) {
            return false;
        }
    }
}
