package io.keelson.benchmark.provisioning;

import io.keelson.benchmark.figure.Samples;
import io.keelson.benchmark.node.JarNode;
import io.keelson.benchmark.node.JavaCommand;
import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What no control plane can avoid: a database, the workload's own migration, and its start until it is healthy. */
final class BareWorkload {
    private static final String DATABASE = "bare_workload";
    private static final long LOOK_MILLIS = 5;

    private final Path jar;
    private final PostgresAddress server;
    private final HttpClient http = HttpClient.newHttpClient();
    final Samples createDatabase = new Samples();
    final Samples migrate = new Samples();
    final Samples start = new Samples();

    BareWorkload(JarNode node) throws IOException {
        this.jar = node.home().resolve("artifacts/storefront/%s/storefront.jar".formatted(Shops.VERSION));
        this.server = node.database();
    }

    /** Does it once, by hand, and takes it away again; milliseconds of all three parts together. */
    double run() throws IOException, SQLException, InterruptedException {
        long begin = System.nanoTime();
        execute("CREATE DATABASE " + DATABASE + " TEMPLATE template0");
        double total = createDatabase.addMillisSince(begin);

        int port = freePort();
        begin = System.nanoTime();
        int status = launch("migrate", port).waitFor();
        if (status != 0) {
            throw new IllegalStateException("The migration ended with status %d.".formatted(status));
        }
        total += migrate.addMillisSince(begin);

        begin = System.nanoTime();
        Process workload = launch("serve", port);
        try {
            while (!isHealthy(port)) {
                Thread.sleep(LOOK_MILLIS);
            }
            total += start.addMillisSince(begin);
        } finally {
            workload.destroyForcibly().waitFor();
        }
        execute("DROP DATABASE " + DATABASE + " WITH (FORCE)");
        return total;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** With the flags of the sample's own release, and on one core, which is what an instance gets when it asks for nothing. */
    private Process launch(String verb, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "taskset",
                        "--cpu-list",
                        "0",
                        JavaCommand.executable(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        verb)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("DATABASE_URL", server.withDatabase(DATABASE).jdbcUrl());
        builder.environment().put("DATABASE_USER", server.user());
        builder.environment().put("DATABASE_PASSWORD", server.password());
        return builder.start();
    }

    private boolean isHealthy(int port) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/health".formatted(port)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
