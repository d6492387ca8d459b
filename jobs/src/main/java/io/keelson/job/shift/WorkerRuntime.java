package io.keelson.job.shift;

import io.keelson.job.queue.ShiftWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.StorageProviderUtils.DatabaseOptions;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JobRunr between the start and the stop of its node; called on one thread only. JobRunr stops its server for good when its
 * storage fails a few times, so this looks every second whether it still runs, and starts a new one when it does not.
 */
final class WorkerRuntime {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerRuntime.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration KEEP_ENDED_SHIFTS = Duration.ofHours(1);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final long LOOK = 1_000;
    /** JobRunr drops a nudge that meets a fetch under way, so it is repeated. */
    private static final long[] NUDGES = {0, 3, 50};

    private final DataSource dataSource;
    private final int workers;
    private final ShiftWork work;
    private final JsonMapper json = new Jackson3JsonMapper();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("shift-runner").factory());
    private @Nullable StorageProvider storage;
    private @Nullable BackgroundJobServer server;
    private long nextRemoval = System.nanoTime();
    private int owed;

    WorkerRuntime(DataSource dataSource, int workers, ShiftWork work) {
        this.dataSource = dataSource;
        this.workers = workers;
        this.work = work;
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(this::supervise, 0, LOOK, TimeUnit.MILLISECONDS);
    }

    void open(int count) {
        try {
            thread.execute(() -> openOrOwe(count));
        } catch (RejectedExecutionException e) {
            LOG.debug("No shifts are opened during a stop.");
        }
    }

    void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("JobRunr does not answer and is left behind.");
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (server != null) {
            server.stop();
        }
    }

    private void supervise() {
        try {
            if (server == null || !server.isRunning()) {
                restart();
            }
            removeFailedShifts();
            int late = owed;
            owed = 0;
            openOrOwe(late);
        } catch (RuntimeException e) {
            LOG.warn("JobRunr does not start, so this node runs no jobs; it is tried again in {} ms.", LOOK, e);
        }
    }

    /** JobRunr keeps what failed for ever, and a shift of a node that died has failed. */
    private void removeFailedShifts() {
        if (System.nanoTime() - nextRemoval >= 0) {
            nextRemoval = System.nanoTime() + KEEP_ENDED_SHIFTS.toNanos();
            // JobRunr stamps its rows by the clock of the machine, whatever the rest of the product goes by.
            Instant now = Clock.systemUTC().instant();
            storage().deleteJobsPermanently(StateName.FAILED, now.minus(KEEP_ENDED_SHIFTS));
        }
    }

    private void restart() {
        if (server != null) {
            LOG.warn("JobRunr has stopped by itself; it is started again.");
            server.stop();
            server = null;
            // JobRunr will take the shifts of the old server for orphans.
            work.retire();
        }
        BackgroundJobServer next = new BackgroundJobServer(storage(), json, this::handler, configuration());
        next.start();
        server = next;
    }

    private StorageProvider storage() {
        StorageProvider current = storage;
        if (current == null) {
            current = new PostgresStorageProvider(dataSource, "jobrunr.", DatabaseOptions.CREATE);
            current.setJobMapper(new JobMapper(json));
            storage = current;
        }
        return current;
    }

    private BackgroundJobServerConfiguration configuration() {
        return BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andPollInterval(POLL)
                .andDeleteSucceededJobsAfter(KEEP_ENDED_SHIFTS)
                .andPermanentlyDeleteDeletedJobsAfter(KEEP_ENDED_SHIFTS)
                .andInterruptJobsAwaitDurationOnStopBackgroundJobServer(STOP)
                .andBackgroundJobServerWorkerPolicy(new ShiftWorkers(work, workers));
    }

    private <T> T handler(Class<T> type) {
        return type.cast(new ShiftHandler(work));
    }

    private void openOrOwe(int count) {
        if (count == 0) {
            return;
        }
        if (server == null || !server.isRunning()) {
            owed = Math.max(owed, count);
            return;
        }
        try {
            new JobRequestScheduler(storage())
                    .create(Stream.generate(WorkerRuntime::shift).limit(count));
            for (long delay : NUDGES) {
                var _ = thread.schedule(this::nudge, delay, TimeUnit.MILLISECONDS);
            }
        } catch (RuntimeException e) {
            owed = Math.max(owed, count);
            LOG.warn("{} shifts could not be opened; it is tried again in {} ms.", count, LOOK, e);
        }
    }

    private static JobBuilder shift() {
        return JobBuilder.aJob().withName("Shift").withAmountOfRetries(0).withJobRequest(new Shift());
    }

    /** Makes JobRunr fetch work now: it does so whenever a worker becomes idle. */
    private void nudge() {
        if (server != null && server.isRunning()) {
            server.getJobSteward().notifyThreadOccupied();
            server.getJobSteward().notifyThreadIdle();
        }
    }
}
