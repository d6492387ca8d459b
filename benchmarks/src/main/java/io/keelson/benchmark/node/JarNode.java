package io.keelson.benchmark.node;

import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The delivered jar in a JVM of its own, with an embedded database below its home. */
public final class JarNode implements AutoCloseable {
    /** Where the build puts the jar, seen from the root of the project. */
    private static final Path JAR = Path.of(System.getProperty("keelson.jar", "app/target/keelson.jar"));

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 5;

    private final Path home;
    private final Process process;
    private final GraphQl client;

    private JarNode(Path home, Process process, GraphQl client) {
        this.home = home;
        this.process = process;
        this.client = client;
    }

    /** Returns as soon as the process exists. */
    public static JarNode start(Path home, String... settings) throws IOException {
        int port = freePort();
        List<String> words =
                new ArrayList<>(List.of("-jar", JAR.toString(), "--keelson.home=" + home, "--server.port=" + port));
        words.addAll(List.of(settings));
        Process process = new ProcessBuilder(JavaCommand.of(words.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Files.createDirectories(home).resolve("console.log").toFile()))
                .start();
        return new JarNode(home, process, new GraphQl(URI.create("http://127.0.0.1:" + port)));
    }

    public GraphQl client() {
        return client;
    }

    /** Waits for the first answer to {@code query}. Fails when the process ends or the time is over. */
    public void awaitAnswer(String query) throws InterruptedException {
        await(() -> {
            client.data(query);
            return true;
        });
    }

    /** Waits until it is ready, so also until the sample's releases are known. Fails like {@link #awaitAnswer}. */
    public void awaitReady() throws InterruptedException {
        await(client::isReady);
    }

    private void await(Callable<Boolean> question) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isTrue(question)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Keelson does not answer; see %s.".formatted(home.resolve("console.log")));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Resident memory of the JVM, in MiB. */
    public double residentMebibytes() throws IOException {
        return ResidentMemory.mebibytes(process.pid());
    }

    /** The superuser's address of the embedded database server. */
    public PostgresAddress database() throws IOException {
        Path postgres = home.resolve("postgres");
        int port = Integer.parseInt(Files.readString(postgres.resolve("port")).strip());
        String password = Files.readString(postgres.resolve("password")).strip();
        return new PostgresAddress("127.0.0.1", port, "postgres", "keelson", password);
    }

    public Path home() {
        return home;
    }

    /** Stops it as a user does, and the database with it. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
    }

    private static boolean isTrue(Callable<Boolean> question) throws InterruptedException {
        try {
            return question.call();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
