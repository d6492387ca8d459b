package io.keelson.job.view;

import io.keelson.api.job.JobId;
import io.keelson.api.job.query.JobView;
import io.keelson.api.job.query.WatchJob;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.messaging.Message;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends watched jobs to the subscriptions of this node whenever their rows differ from what was sent. Rows are read with
 * one statement for all watched jobs, whichever node runs them, and not at all while nobody watches. Fits a Spring
 * lifecycle.
 */
public final class JobWatch {
    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
    private static final long LOOK = 250;

    private final JobTable jobs;
    private final QueryUpdateEmitter emitter;
    private final Map<JobId, JobView> sent = new HashMap<>();
    private @Nullable ScheduledExecutorService thread;

    /**
     * Makes a watch that does nothing yet.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application
     */
    public JobWatch(DataSource dataSource, QueryUpdateEmitter emitter) {
        this.jobs = new JobTable(dataSource);
        this.emitter = emitter;
    }

    /** Begins to look four times a second. Twice: changes nothing. */
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("job-watch").factory());
            var _ = thread.scheduleWithFixedDelay(this::look, LOOK, LOOK, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends looking. Twice: changes nothing. */
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void look() {
        try {
            Set<JobId> watched = watched();
            sent.keySet().retainAll(watched);
            if (!watched.isEmpty()) {
                jobs.byId(watched).forEach(this::send);
            }
        } catch (RuntimeException e) {
            LOG.debug("Watched jobs could not be read; it is tried again in {} ms.", LOOK, e);
        }
    }

    private Set<JobId> watched() {
        return emitter.activeSubscriptions().stream()
                .map(Message::getPayload)
                .filter(WatchJob.class::isInstance)
                .map(query -> ((WatchJob) query).jobId())
                .collect(Collectors.toSet());
    }

    private void send(JobView job) {
        if (!job.equals(sent.put(job.id(), job))) {
            emitter.emit(WatchJob.class, watch -> watch.jobId().equals(job.id()), job);
        }
    }
}
