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
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Keelson in a JVM of its own, which can be killed and started again on the same directory. */
public final class KeelsonProcess implements AutoCloseable {
    private final Path home;
    private final int port;
    private final List<String> settings = new ArrayList<>();
    private @Nullable Process process;

    private KeelsonProcess(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    public static KeelsonProcess in(Path home) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return new KeelsonProcess(home, free.getLocalPort());
        }
    }

    /** Adds settings like {@code --keelson.roles=api} for every start. */
    public KeelsonProcess with(String... more) {
        settings.addAll(List.of(more));
        return this;
    }

    /** Starts it; a crash point of null runs it whole. */
    public KeelsonProcess start(@Nullable String crashPoint) throws IOException {
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
        command.addAll(settings);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Files.createDirectories(home).resolve("console.log").toFile()))
                .start();
        return this;
    }

    /** Starts it so that {@link #arm} can name a crash point while it runs; what was armed before is not. */
    KeelsonProcess startArmable() throws IOException {
        Files.deleteIfExists(armed());
        return start("@" + armed());
    }

    /** From now on it dies at this point, for example {@code step-after-driver:3}, counted from now. */
    void arm(String crashPoint) throws IOException {
        Files.writeString(armed(), crashPoint);
    }

    void disarm() throws IOException {
        Files.deleteIfExists(armed());
    }

    private Path armed() {
        return home.resolve("crash-point");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    public GraphQlClient client() {
        return new GraphQlClient(URI.create("http://127.0.0.1:" + port));
    }

    /** Waits until it answers on {@code /health/ready}. */
    public KeelsonProcess awaitReady() {
        await().atMost(180, SECONDS)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(100))
                .failFast("Keelson ended while starting, see " + home.resolve("console.log"), () -> !process.isAlive())
                .until(() -> client().get("/health/ready").statusCode() == 200);
        return this;
    }

    void awaitCrash() throws InterruptedException {
        if (!process.waitFor(120, SECONDS)) {
            throw new IllegalStateException("The crash point was not reached within 120 s");
        }
    }

    /** As {@code kill -9}: nothing is told, nothing is tidied up. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Number of the running process. */
    public long pid() {
        return process.pid();
    }

    public Path home() {
        return home;
    }

    /** Stops it in order, which also stops its database. */
    public void stop() {
        process.destroy();
        try {
            process.onExit().orTimeout(40, SECONDS).join();
        } catch (CompletionException tooSlow) {
            kill();
        }
    }

    /** Stops it, and ends whatever is left that works in its home: a failed test must leave no process behind. */
    @Override
    public void close() {
        if (process != null) {
            stop();
        }
        ProcessHandle.allProcesses().filter(this::worksInHome).forEach(ProcessHandle::destroyForcibly);
    }

    private boolean worksInHome(ProcessHandle candidate) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(candidate.pid()), "cwd"))
                    .startsWith(home);
        } catch (IOException endedOrForeign) {
            return false;
        }
    }
}
