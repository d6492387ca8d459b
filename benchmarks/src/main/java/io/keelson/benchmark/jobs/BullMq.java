package io.keelson.benchmark.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** BullMQ on a Redis of its own, with the script beside this module. */
final class BullMq {
    private static final Path SCRIPT = Path.of("benchmarks", "src", "main", "bullmq");
    private static final List<String> NEEDED = List.of("redis-server", "node", "npm");
    private static final long LONGEST_MINUTES = 3;

    private final Path directory;

    BullMq(Path directory) {
        this.directory = directory;
    }

    /** What is not there of what a run needs; empty when all is. */
    static String missing() throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        for (String program : NEEDED) {
            if (run(Path.of("."), List.of("sh", "-c", "command -v " + program)) != 0) {
                missing.add(program);
            }
        }
        if (!Files.isDirectory(SCRIPT)) {
            missing.add(SCRIPT.toString());
        }
        return String.join(", ", missing);
    }

    /**
     * Jobs per second, or nothing when BullMQ cannot be installed.
     *
     * @param durable whether Redis waits for the disk with every write, as PostgreSQL does with every commit
     */
    OptionalDouble process(int jobs, boolean durable) throws IOException, InterruptedException {
        Path script = directory.resolve("bullmq");
        Files.createDirectories(script);
        for (String file : List.of("package.json", "bench.mjs")) {
            Path copy = script.resolve(file);
            if (!Files.exists(copy)) {
                Files.copy(SCRIPT.resolve(file), copy);
            }
        }
        if (!Files.exists(script.resolve("node_modules"))
                && run(script, List.of("npm", "install", "--silent", "--no-audit", "--no-fund")) != 0) {
            return OptionalDouble.empty();
        }
        int port = freePort();
        Path data = Files.createTempDirectory(directory, "redis-");
        Process redis = start(data, redis(port, data, durable));
        try {
            awaitPort(port);
            return measure(script, port, jobs);
        } finally {
            redis.destroy();
            redis.waitFor();
        }
    }

    private static List<String> redis(int port, Path data, boolean durable) {
        List<String> command = new ArrayList<>(List.of(
                "redis-server", "--bind", "127.0.0.1", "--port", Integer.toString(port), "--dir", data.toString()));
        if (durable) {
            command.addAll(List.of("--appendonly", "yes", "--appendfsync", "always"));
        }
        return command;
    }

    private static OptionalDouble measure(Path script, int port, int jobs) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "bench.mjs", Integer.toString(port), Integer.toString(jobs))
                .directory(script.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = node.inputReader()) {
            String last = "";
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = line;
            }
            boolean ended = node.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            if (!ended || node.exitValue() != 0) {
                throw new IllegalStateException("BullMQ did not do its jobs: " + last);
            }
            return OptionalDouble.of(Double.parseDouble(last));
        } finally {
            node.destroyForcibly();
        }
    }

    private static int run(Path where, List<String> command) throws IOException, InterruptedException {
        return start(where, command).waitFor();
    }

    private static Process start(Path where, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(int port) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        throw new IllegalStateException("Redis does not listen on port " + port + ".");
    }
}
