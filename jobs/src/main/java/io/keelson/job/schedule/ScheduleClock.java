package io.keelson.job.schedule;

import io.keelson.job.queue.JobQueue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires schedules on this node. Every node may have one: who comes first fires, and there is no leader that could be
 * missing. Its thread sleeps until the next schedule is due, and is woken when one changes. Fits a Spring lifecycle.
 */
public final class ScheduleClock {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleClock.class);
    private static final Duration SLICE = Duration.ofMillis(200);
    private static final long PAUSE_AFTER_FAILURE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final Firing firing;
    private final Duration look;
    private volatile @Nullable Thread thread;

    /**
     * Makes a clock that stands still.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application; one connection is held
     * @param queue a queue on the same pool
     */
    public ScheduleClock(
            DataSource dataSource, JobQueue queue, JobTypes types, DatabaseTime time, ScheduleSettings settings) {
        this.dataSource = dataSource;
        this.firing = new Firing(dataSource, queue, types, time, settings.atOnce());
        this.look = settings.look();
    }

    /** Begins to fire; returns at once, also while the database is away. Twice: changes nothing. */
    public synchronized void start() {
        if (thread == null) {
            Thread starting =
                    Thread.ofPlatform().daemon().name("schedule-clock").unstarted(this::run);
            thread = starting;
            starting.start();
        }
    }

    /** Ends firing; a transaction that is under way is finished. Twice: changes nothing. */
    public synchronized void stop() {
        Thread ending = thread;
        thread = null;
        if (ending == null) {
            return;
        }
        try {
            if (!ending.join(PATIENCE)) {
                LOG.warn("The clock of schedules did not stop within {}; its database is slow or away.", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return thread != null;
    }

    private boolean wanted() {
        return Thread.currentThread().equals(thread);
    }

    private void run() {
        while (wanted()) {
            try {
                runOnOneConnection();
            } catch (SQLException | RuntimeException | Error e) {
                LOG.warn("Schedules could not be fired; it is tried again in {} ms.", PAUSE_AFTER_FAILURE, e);
                pause();
            }
        }
    }

    private void runOnOneConnection() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + ScheduleSignal.CHANNEL);
            while (wanted()) {
                await(connection.unwrap(PGConnection.class), firing.fireAllDue());
            }
            statement.execute("unlisten *");
        }
    }

    /** Waits until {@code untilDue} is over, a schedule changes, or it is time to look. */
    private void await(PGConnection connection, Duration untilDue) throws SQLException {
        long end = System.nanoTime() + Math.min(untilDue.toNanos(), look.toNanos());
        boolean called = false;
        for (long left = end - System.nanoTime(); left > 0 && !called && wanted(); left = end - System.nanoTime()) {
            // Zero would mean for ever, so the last part of a millisecond is waited for in full.
            int millis = (int) Math.min(SLICE.toMillis(), TimeUnit.NANOSECONDS.toMillis(left) + 1);
            PGNotification[] calls = connection.getNotifications(millis);
            called = calls != null && calls.length > 0;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
