package io.keelson.app.fault;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.keelson.app.story.KeelsonProcess;
import io.keelson.app.story.Leftovers;
import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Strikes Keelson and waits until it is ready again. */
final class Blows {
    private static final Duration FROZEN = Duration.ofSeconds(15);

    private final KeelsonProcess keelson;
    private final @Nullable PostgresAddress site;
    private final List<Blow> struck = new ArrayList<>();

    /** A fault and when it was over. */
    record Blow(Fault fault, Instant at, Instant ready) {
        Duration outage() {
            return Duration.between(at, ready);
        }
    }

    Blows(KeelsonProcess keelson) {
        this(keelson, null);
    }

    /** @param site the server of another site, which is started again by somebody when it dies */
    Blows(KeelsonProcess keelson, @Nullable PostgresAddress site) {
        this.keelson = keelson;
        this.site = site;
    }

    void strike(Fault fault) throws IOException, InterruptedException, SQLException {
        strike(fault, "");
    }

    /** @param uuid of the instance that is meant, where one is */
    void strike(Fault fault, String uuid) throws IOException, InterruptedException, SQLException {
        Instant at = Instant.now();
        switch (fault) {
            case KILL_CONTROL_PLANE -> {
                keelson.kill();
                keelson.start(null).awaitReady();
            }
            case KILL_DATABASE -> killDatabase(keelson.home().resolve("postgres/data/postmaster.pid"));
            case KILL_SITE_DATABASE -> killDatabase(sitePidFile());
            case KILL_INSTANCE -> killInstance(uuid);
            case FREEZE -> freeze();
        }
        struck.add(new Blow(fault, at, Instant.now()));
    }

    List<Blow> struck() {
        return List.copyOf(struck);
    }

    /** Everything that runs with the instance's mark. */
    static void killInstance(String uuid) throws IOException {
        for (String process : Leftovers.processes(uuid)) {
            ProcessHandle.of(Long.parseLong(process.substring("process ".length())))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private Path sitePidFile() throws SQLException {
        PostgresAddress address = Objects.requireNonNull(site);
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            return Path.of(row.getString(1), "postmaster.pid");
        }
    }

    private static void killDatabase(Path pidFile) throws IOException {
        long killed = pid(pidFile);
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        await().atMost(60, SECONDS)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> pid(pidFile) != killed && Files.readString(pidFile).contains("ready"));
    }

    private void freeze() throws IOException, InterruptedException {
        signal("-STOP");
        TimeUnit.MILLISECONDS.sleep(FROZEN.toMillis());
        signal("-CONT");
        keelson.awaitReady();
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(keelson.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static long pid(Path pidFile) throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    }
}
