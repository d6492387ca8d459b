package io.keelson.job.statistics;

import io.keelson.api.job.query.WatchJobStatistics;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.Message;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends statistics to the subscriptions of this node every second; costs nothing while there is none. */
public final class StatisticsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StatisticsWatch.class);
    private static final long EVERY = 1_000;

    private final JobStatisticsQueries statistics;
    private final QueryUpdateEmitter emitter;
    private @Nullable ScheduledExecutorService thread;

    public StatisticsWatch(JobStatisticsQueries statistics, QueryUpdateEmitter emitter) {
        this.statistics = statistics;
        this.emitter = emitter;
    }

    /** Begins to send. Twice: changes nothing. */
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("job-statistics-watch").factory());
            var _ = thread.scheduleAtFixedRate(this::send, EVERY, EVERY, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends sending. Twice: changes nothing. */
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void send() {
        try {
            emitter.activeSubscriptions().stream()
                    .map(Message::getPayload)
                    .filter(WatchJobStatistics.class::isInstance)
                    .map(query -> ((WatchJobStatistics) query).period())
                    .distinct()
                    .forEach(period -> emitter.emit(
                            WatchJobStatistics.class, watch -> watch.period().equals(period), statistics.of(period)));
        } catch (RuntimeException e) {
            LOG.debug("Statistics could not be sent; it is tried again in {} ms.", EVERY, e);
        }
    }
}
