package io.keelson.benchmark.life;

import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** A difference between what should be of an instance and what is, made by hand behind Keelson's back. */
enum Damage {
    PROCESS_GONE("HEAL"),
    PORT_CHANGED("RECONCILE"),
    ROLE_DROPPED("RECONCILE"),
    /** Never repaired by itself: it is reported. */
    DIRECTORY_DELETED(""),
    CONFIGURATION_EDITED("RECONCILE"),
    /** Belongs to nobody; the id is that of no instance. */
    ORPHAN("");

    private final String operation;

    Damage(String operation) {
        this.operation = operation;
    }

    /** Kind of the operation by which Keelson answers, or empty when it reports. */
    String operation() {
        return operation;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    void doTo(String uuid, String url, Path root, PostgresAddress server) throws IOException, SQLException {
        Path directory = root.resolve("instances").resolve(uuid);
        switch (this) {
            case PROCESS_GONE -> kill(uuid);
            case PORT_CHANGED ->
                Files.writeString(
                        root.resolve("ports").resolve(url.substring(url.lastIndexOf(':') + 1)),
                        UUID.randomUUID().toString());
            case ROLE_DROPPED -> drop("keelson_" + uuid.replace("-", ""), server);
            case DIRECTORY_DELETED -> delete(directory);
            case CONFIGURATION_EDITED ->
                Files.writeString(directory.resolve("config").resolve("instance.json"), "{\"greeting\":\"Hacked\"}");
            case ORPHAN -> Files.createDirectory(directory);
        }
    }

    private static void kill(String uuid) {
        ProcessHandle.allProcesses().filter(process -> worksFor(process, uuid)).forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean worksFor(ProcessHandle process, String uuid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .toString()
                    .contains("/instances/" + uuid);
        } catch (IOException endedMeanwhile) {
            return false;
        }
    }

    private static void drop(String role, PostgresAddress server) throws SQLException {
        run(server, role, "reassign owned by %s to current_user".formatted(role), "drop owned by " + role);
        run(
                server,
                server.database(),
                "reassign owned by %s to current_user".formatted(role),
                "drop owned by " + role,
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'".formatted(role),
                "drop role " + role);
    }

    private static void run(PostgresAddress server, String database, String... statements) throws SQLException {
        PostgresAddress there = server.withDatabase(database);
        try (Connection connection = DriverManager.getConnection(there.jdbcUrl(), there.user(), there.password());
                Statement statement = connection.createStatement()) {
            for (String one : List.of(statements)) {
                statement.execute(one);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
