package io.keelson.benchmark.node;

import io.keelson.app.KeelsonApplication;
import io.keelson.postgres.PostgresAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application in this JVM, wired as in production, with some beans more. */
public final class AppNode implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;

    private final ConfigurableApplicationContext context;

    private AppNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A node with a durable embedded database of its own. */
    public static AppNode start(Path home, Class<?> beans, String... arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        System.setProperty("axoniq.update-checker.disabled", "true");
        List<String> all = new ArrayList<>(List.of(
                "--keelson.home=" + home,
                "--keelson.samples=false",
                "--server.port=0",
                "--logging.level.io.keelson=warn",
                "--logging.level.root=warn"));
        all.addAll(List.of(arguments));
        SpringApplication application = new SpringApplication(KeelsonApplication.class, beans);
        return new AppNode(application.run(all.toArray(String[]::new)));
    }

    /** Another node on the database of this one. */
    public AppNode sibling(Path home, Class<?> beans, String... arguments) {
        PostgresAddress address = address();
        List<String> all = new ArrayList<>(List.of(
                "--keelson.database.url=postgresql://%s:%d/%s"
                        .formatted(address.host(), address.port(), address.database()),
                "--keelson.database.username=" + address.user(),
                "--keelson.database.password=" + address.password()));
        all.addAll(List.of(arguments));
        return start(home, beans, all.toArray(String[]::new));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** A connection that is nobody else's. */
    public Connection connect() throws SQLException {
        PostgresAddress address = address();
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    public void startProcessors() {
        processors().forEach(EventProcessor::start);
    }

    /** Afterwards nothing reads events; only the directory is still kept, in the publisher's transaction. */
    public void stopProcessors() {
        processors().forEach(EventProcessor::shutDown);
    }

    /** Waits until the running processors have seen every event. */
    public void awaitProcessors() throws InterruptedException {
        while (!processors().allMatch(AppNode::hasCaughtUp)) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Stream<StreamingEventProcessor> processors() {
        return bean(EventProcessingConfiguration.class).eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast);
    }

    private static boolean hasCaughtUp(StreamingEventProcessor processor) {
        return !processor.isRunning()
                || processor.processingStatus().values().stream().allMatch(EventTrackerStatus::isCaughtUp);
    }

    @Override
    public void close() {
        context.close();
    }

    private PostgresAddress address() {
        return bean(PostgresAddress.class);
    }
}
