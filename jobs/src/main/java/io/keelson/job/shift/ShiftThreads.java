package io.keelson.job.shift;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jobrunr.server.threadpool.JobRunrExecutor;

/**
 * The platform threads of the workers. Their number is bounded by the lanes, not by a pool, so that a thread that was given
 * up is replaced. They are daemons, so that it cannot keep the process alive.
 */
final class ShiftThreads implements JobRunrExecutor {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

    private final int workers;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("lane-", 1).factory());

    ShiftThreads(int workers) {
        this.workers = workers;
    }

    @Override
    public int getWorkerCount() {
        return workers;
    }

    @Override
    public void start() {
        // Threads come with the first shift.
    }

    @Override
    public void execute(Runnable shift) {
        threads.execute(shift);
    }

    /** Lets shifts save their end but interrupts none: JobRunr losing its storage is no reason to cut jobs short. */
    @Override
    public void stop(Duration atMost) {
        threads.shutdown();
        try {
            var _ = threads.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
