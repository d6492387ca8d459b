package io.keelson.benchmark.health;

import io.keelson.benchmark.node.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JDK's small web server as a process of its own, which answers for every instance. */
final class AnsweringServer implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("port (\\d+)");

    private final Process process;
    private final URI address;

    private AnsweringServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static AnsweringServer start(Path directory) throws IOException {
        Path served = Files.createDirectories(directory.resolve("served"));
        Files.writeString(served.resolve("health"), "{\"status\":\"ok\"}");
        Files.writeString(served.resolve("metrics"), metrics());
        List<String> command = new ArrayList<>(List.of(JavaCommand.executable(), "-Xmx64m", "-XX:+UseSerialGC"));
        command.addAll(
                List.of("-m", "jdk.httpserver", "-b", "127.0.0.1", "-p", "0", "-o", "info", "-d", served.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                drain(said);
                return new AnsweringServer(process, URI.create("http://127.0.0.1:" + port.group(1)));
            }
        }
        throw new IOException("The web server of the JDK did not start.");
    }

    /** As much as a small shop tells: a counter and a histogram for each of ten methods and statuses. */
    private static String metrics() {
        StringBuilder text = new StringBuilder();
        for (int status = 200; status < 210; status++) {
            text.append("http_requests_total{method=\"GET\",code=\"%d\"} 7\n".formatted(status));
            for (int bucket = 0; bucket < 12; bucket++) {
                text.append("http_request_duration_seconds_bucket{method=\"GET\",code=\"%d\",le=\"0.%02d\"} 7\n"
                        .formatted(status, bucket));
            }
        }
        return text.toString();
    }

    // It prints a line for each request, and would wait for ever once nobody reads them.
    private static void drain(BufferedReader said) {
        Thread.ofPlatform().daemon().start(() -> {
            try (said) {
                said.transferTo(Writer.nullWriter());
            } catch (IOException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Without a path; {@code health} and {@code metrics} are there. */
    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
