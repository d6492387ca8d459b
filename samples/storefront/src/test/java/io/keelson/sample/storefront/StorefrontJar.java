package io.keelson.sample.storefront;

import io.keelson.postgres.EphemeralDatabase;
import io.keelson.postgres.PostgresAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A release's jar with a database, run the way the control plane runs it. */
final class StorefrontJar implements AutoCloseable {
    private static final String LISTENS = "listens on 127.0.0.1:";
    private final Map<String, String> environment = new HashMap<>();
    private final String version;
    private Process process;
    private URI address;

    StorefrontJar(String version, EphemeralDatabase database) {
        PostgresAddress postgres = database.address();
        this.version = version;
        environment.put("PORT", "0");
        environment.put("DATABASE_URL", postgres.jdbcUrl());
        environment.put("DATABASE_USER", postgres.user());
        environment.put("DATABASE_PASSWORD", postgres.password());
    }

    StorefrontJar with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs the migrations to their end and answers the exit code. */
    int migrate() throws IOException, InterruptedException {
        return run("migrate").waitFor();
    }

    /** Serves, and returns when it listens. */
    StorefrontJar serve() throws IOException {
        process = run("serve");
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.contains(LISTENS)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The storefront ended before it listened.");
        }
        String port = line.substring(line.indexOf(LISTENS) + LISTENS.length());
        address = URI.create("http://127.0.0.1:" + port);
        return this;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    URI address() {
        return address;
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private Process run(String word) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        "target/storefront-%s.jar".formatted(version),
                        word))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
