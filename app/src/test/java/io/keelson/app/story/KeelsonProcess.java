package io.keelson.app.story;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.keelson.app.KeelsonApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keelson in a JVM of its own, which can be killed and started again on the same directory. */
final class KeelsonProcess implements AutoCloseable {
    private final Path home;
    private final int port;
    private Process process;

    private KeelsonProcess(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    static KeelsonProcess in(Path home) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return new KeelsonProcess(home, free.getLocalPort());
        }
    }

    /** Starts it; a crash point of null runs it whole. */
    KeelsonProcess start(String crashPoint) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        if (crashPoint != null) {
            command.add("-Dkeelson.crash-point=" + crashPoint);
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KeelsonApplication.class.getName(),
                "--keelson.home=" + home,
                "--keelson.process-driver.first-port=31100",
                "--keelson.process-driver.last-port=31199",
                "--server.port=" + port));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Files.createDirectories(home).resolve("console.log").toFile()))
                .start();
        return this;
    }

    GraphQlClient client() {
        return new GraphQlClient(URI.create("http://127.0.0.1:" + port));
    }

    /** Waits until it answers on {@code /health/ready}. */
    KeelsonProcess awaitReady() {
        await().atMost(60, SECONDS)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(100))
                .failFast("Keelson ended while starting, see " + home.resolve("console.log"), () -> !process.isAlive())
                .until(() -> client().get("/health/ready").statusCode() == 200);
        return this;
    }

    void awaitCrash() throws InterruptedException {
        if (!process.waitFor(60, SECONDS)) {
            throw new IllegalStateException("The crash point was not reached within 60 s");
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(40, SECONDS).exceptionally(late -> process.destroyForcibly()).join();
        process.onExit().join();
    }
}
