package io.keelson.job.statistics;

import io.keelson.job.queue.EndedJob;
import io.keelson.job.queue.EnqueueListener;
import io.keelson.job.queue.JobListener;
import io.keelson.job.queue.JobStatus;
import io.keelson.job.queue.NewJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in memory what happens to jobs on this node, and adds it to the tables every second. What a dying node had
 * counted in its last second is missing from the figures, and only there. Fits a Spring lifecycle.
 */
public final class JobTally implements JobListener, EnqueueListener {
    private static final Logger LOG = LoggerFactory.getLogger(JobTally.class);
    private static final long EVERY = 1_000;
    private static final int FLUSHES_PER_SWEEP = 600;

    private final StatisticsTable table;
    private final ConcurrentHashMap<FlowKey, AtomicLong> flows = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<TimeKey, AtomicLong> times = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService thread;
    private int untilSweep;

    /**
     * Makes a tally.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application
     */
    public JobTally(DataSource dataSource) {
        this.table = new StatisticsTable(dataSource);
    }

    @Override
    public void enqueued(List<NewJob> jobs) {
        jobs.forEach(job -> add(flows, new FlowKey(job.place().queue(), job.type(), FlowKey.ENQUEUED), 1));
    }

    @Override
    public void ended(List<EndedJob> jobs) {
        jobs.stream().filter(EndedJob::charged).forEach(this::ended);
    }

    /** Begins to save every second. Twice: changes nothing. */
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("job-tally").factory());
            var _ = thread.scheduleWithFixedDelay(this::turn, EVERY, EVERY, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends saving, after what was counted so far. Twice: changes nothing. */
    public void stop() {
        synchronized (this) {
            if (thread == null) {
                return;
            }
            thread.shutdown();
            thread = null;
        }
        turn();
    }

    public synchronized boolean isRunning() {
        return thread != null;
    }

    private synchronized void turn() {
        try {
            flush();
            if (--untilSweep < 0) {
                table.sweep();
                untilSweep = FLUSHES_PER_SWEEP;
            }
        } catch (RuntimeException e) {
            LOG.debug("Statistics could not be saved; they are kept and saved later.", e);
        }
    }

    /** Saves what was counted. */
    void flush() {
        Map<FlowKey, Long> flowing = drain(flows);
        Map<TimeKey, Long> timing = drain(times);
        if (flowing.isEmpty() && timing.isEmpty()) {
            return;
        }
        try {
            table.add(flowing, timing);
        } catch (RuntimeException e) {
            flowing.forEach((key, count) -> add(flows, key, count));
            timing.forEach((key, count) -> add(times, key, count));
            throw e;
        }
    }

    private void ended(EndedJob job) {
        add(flows, new FlowKey(job.queue(), job.type(), outcome(job.status())), 1);
        add(times, new TimeKey(job.queue(), job.type(), TimeKey.WAIT, Buckets.of(job.waited())), 1);
        add(times, new TimeKey(job.queue(), job.type(), TimeKey.RUN, Buckets.of(job.ran())), 1);
    }

    private static int outcome(JobStatus status) {
        return switch (status) {
            case SUCCEEDED -> FlowKey.COMPLETED;
            case DEAD -> FlowKey.DEAD;
            case CANCELLED -> FlowKey.CANCELLED;
            default -> FlowKey.RETRIED;
        };
    }

    private static <K> void add(ConcurrentHashMap<K, AtomicLong> counts, K key, long count) {
        counts.computeIfAbsent(key, _ -> new AtomicLong()).addAndGet(count);
    }

    private static <K> Map<K, Long> drain(ConcurrentHashMap<K, AtomicLong> counts) {
        Map<K, Long> drained = new HashMap<>();
        counts.forEach((key, count) -> {
            long taken = count.getAndSet(0);
            if (taken > 0) {
                drained.put(key, taken);
            }
        });
        return drained;
    }
}
