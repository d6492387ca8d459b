package io.keelson.app.story;

import io.keelson.app.KeelsonApplication;
import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The real application, started once for all stories in this JVM, in a directory of its own. */
final class RunningKeelson {
    private static RunningKeelson shared;

    private final Path home;
    private final ConfigurableApplicationContext context;
    private final GraphQlClient client;

    private RunningKeelson() {
        try {
            home = Files.createTempDirectory("keelson-story");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context = new SpringApplication(KeelsonApplication.class, StoryJobs.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--keelson.home=" + home,
                                        "--keelson.database.allow-unsafe-durability=true",
                                        "--keelson.process-driver.first-port=31000",
                                        "--keelson.process-driver.last-port=31099",
                                        "--keelson.upgrades.watch=1s",
                                        "--server.port=0"),
                                StorySites.arguments().stream())
                        .toArray(String[]::new));
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        client = new GraphQlClient(URI.create("http://127.0.0.1:" + port));
    }

    static synchronized RunningKeelson shared() {
        if (shared == null) {
            shared = new RunningKeelson();
        }
        return shared;
    }

    /** Ends the instances that stories left running, then the application, and removes its directory. */
    static synchronized void stopIfStarted() {
        if (shared != null) {
            shared.stop();
            shared = null;
        }
    }

    private void stop() {
        client.terminateAll();
        context.close();
        FileSystemUtils.deleteRecursively(home.toFile());
    }

    GraphQlClient client() {
        return client;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    Path home() {
        return home;
    }

    /** What is left of an instance at a further site, processes aside. */
    List<String> leftoversAt(String site, PostgresAddress server, String instanceId) throws IOException, SQLException {
        return Leftovers.of(
                        instanceId,
                        home.resolve("sites").resolve(site),
                        server.jdbcUrl(),
                        server.user(),
                        server.password())
                .stream()
                .filter(found -> !found.startsWith("process "))
                .toList();
    }

    List<String> leftovers(String instanceId) throws IOException, SQLException {
        PostgresAddress address = context.getBean(PostgresAddress.class);
        return Leftovers.of(instanceId, home, address.jdbcUrl(), address.user(), address.password());
    }

    /** The first field of what {@code sql} answers in the database of a shop. */
    String inDatabase(String shop, String sql) throws SQLException {
        try (Connection connection = databaseOf(shop);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Changes the database of a shop behind its back. */
    void tamper(String shop, String sql) throws SQLException {
        try (Connection connection = databaseOf(shop);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection databaseOf(String shop) throws SQLException {
        PostgresAddress address = context.getBean(PostgresAddress.class);
        String url = "jdbc:postgresql://%s:%d/keelson_%s"
                .formatted(
                        address.host(),
                        address.port(),
                        shop.substring(shop.indexOf(':') + 1).replace("-", ""));
        return DriverManager.getConnection(url, address.user(), address.password());
    }
}
