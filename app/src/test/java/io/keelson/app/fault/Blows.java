package io.keelson.app.fault;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.keelson.app.story.KeelsonProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Strikes Keelson and waits until it is ready again. */
final class Blows {
    private static final Duration FROZEN = Duration.ofSeconds(15);

    private final KeelsonProcess keelson;
    private final List<Blow> struck = new ArrayList<>();

    /** A fault and when it was over. */
    record Blow(Fault fault, Instant at, Instant ready) {
        Duration outage() {
            return Duration.between(at, ready);
        }
    }

    Blows(KeelsonProcess keelson) {
        this.keelson = keelson;
    }

    void strike(Fault fault) throws IOException, InterruptedException {
        Instant at = Instant.now();
        switch (fault) {
            case KILL_CONTROL_PLANE -> {
                keelson.kill();
                keelson.start(null).awaitReady();
            }
            case KILL_DATABASE -> killDatabase();
            case FREEZE -> freeze();
        }
        struck.add(new Blow(fault, at, Instant.now()));
    }

    List<Blow> struck() {
        return List.copyOf(struck);
    }

    private void killDatabase() throws IOException {
        Path pidFile = keelson.home().resolve("postgres/data/postmaster.pid");
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
