package io.keelson.eventstore.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread with a connection of its own, which it opens again for as long as it takes. */
final class SignalThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SignalThread.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final DataSource connections;
    private final Work work;
    private final Thread thread;
    private volatile @Nullable Connection current;
    private volatile boolean closed;

    /** What is done with one connection; it returns when the thread is interrupted. */
    interface Work {
        void run(Connection connection) throws SQLException, InterruptedException;
    }

    SignalThread(String name, DataSource connections, Work work) {
        this.connections = connections;
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Starting twice does nothing more. */
    synchronized void start() {
        if (!closed && !isStarted()) {
            thread.start();
        }
    }

    boolean isStarted() {
        return thread.getState() != Thread.State.NEW;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (!isStarted()) {
            return;
        }
        thread.interrupt();
        try {
            Connection connection = current;
            if (connection != null) {
                connection.abort(Runnable::run);
            }
            thread.join(FAREWELL);
        } catch (SQLException failure) {
            log.debug("The connection was gone already.", failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean healthy = true;
        while (!closed) {
            try (Connection connection = connections.getConnection()) {
                current = connection;
                healthy = true;
                work.run(connection);
            } catch (SQLException failure) {
                if (healthy && !closed) {
                    log.warn(
                            "{} lost its connection and opens a new one; events are polled meanwhile: {}",
                            thread.getName(),
                            failure.getMessage());
                }
                healthy = false;
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
