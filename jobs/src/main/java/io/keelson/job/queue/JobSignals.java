package io.keelson.job.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the dispatcher of this node at once, and those of other nodes through {@code NOTIFY}. Notifications have a
 * connection of their own, because one in the enqueuing transaction would take a database-wide lock at its commit.
 */
public final class JobSignals implements JobSignal {
    private static final Logger LOG = LoggerFactory.getLogger(JobSignals.class);
    // A hint need not reach the disk, so its commit does not wait for it.
    private static final String NOTIFY = """
        select pg_notify('keelson_jobs', ?) from (select set_config('synchronous_commit', 'off', true)) hint\
        """;
    private static final long SHORTEST_GAP = 5;
    private static final int LISTEN_SLICE = 200;
    private static final long PAUSE_AFTER_FAILURE = 1_000;

    private final DataSource dataSource;
    private final String sender = UUID.randomUUID().toString();
    private final WakeUp dispatcher = new WakeUp();
    private final AtomicBoolean toBeSent = new AtomicBoolean();
    private final ExecutorService speaker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("job-signal-speaker").factory());
    private volatile @Nullable Thread listener;

    /**
     * Makes signals that can be sent at once and are heard after {@link #start}.
     *
     * @param dataSource a plain pool; one connection is held for listening
     */
    public JobSignals(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void jobEnqueued() {
        dispatcher.call();
        if (toBeSent.compareAndSet(false, true)) {
            speaker.execute(this::speak);
        }
    }

    WakeUp dispatcher() {
        return dispatcher;
    }

    synchronized void start() {
        if (listener == null) {
            Thread starting =
                    Thread.ofPlatform().daemon().name("job-signal-listener").unstarted(this::listen);
            listener = starting;
            starting.start();
        }
    }

    synchronized void stop() {
        Thread ending = listener;
        listener = null;
        if (ending != null) {
            ending.interrupt();
        }
    }

    private boolean listening() {
        return Thread.currentThread().equals(listener);
    }

    private void speak() {
        toBeSent.set(false);
        notifyOthers();
        try {
            TimeUnit.MILLISECONDS.sleep(SHORTEST_GAP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void notifyOthers() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement notify = connection.prepareStatement(NOTIFY)) {
            notify.setString(1, sender);
            notify.execute();
        } catch (SQLException e) {
            LOG.debug("Other nodes could not be told about a job; they look by themselves.", e);
        }
    }

    private void listen() {
        try {
            while (listening()) {
                listenOnOneConnection();
            }
        } catch (InterruptedException e) {
            LOG.debug("Listening for jobs of other nodes ends.");
        }
    }

    private void listenOnOneConnection() throws InterruptedException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen keelson_jobs");
            // What was said before this connection listened is lost.
            dispatcher.call();
            while (listening()) {
                hear(connection.unwrap(PGConnection.class));
            }
            statement.execute("unlisten *");
        } catch (SQLException e) {
            LOG.debug("Listening for jobs of other nodes was cut off; it begins again.", e);
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE);
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        boolean others = Stream.of(Objects.requireNonNull(connection.getNotifications(LISTEN_SLICE)))
                .anyMatch(notification -> !notification.getParameter().equals(sender));
        if (others) {
            dispatcher.call();
        }
    }
}
