package io.keelson.job.statistics;

import io.keelson.job.queue.EndedJob;
import io.keelson.job.queue.EnqueueListener;
import io.keelson.job.queue.JobListener;
import io.keelson.job.queue.JobStatus;
import io.keelson.job.queue.NewJob;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Meters of what happens to jobs on this node. */
public final class MeteredJobs implements JobListener, EnqueueListener {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10)
    };

    private final MeterRegistry registry;
    private final ConcurrentHashMap<List<String>, Counter> counters = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<List<String>, Timer> timers = new ConcurrentHashMap<>();

    public MeteredJobs(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void enqueued(List<NewJob> jobs) {
        jobs.forEach(job -> counter("enqueued", job.place().queue(), job.type()).increment());
    }

    @Override
    public void ended(List<EndedJob> jobs) {
        jobs.stream().filter(EndedJob::charged).forEach(this::ended);
    }

    private void ended(EndedJob job) {
        counter(outcome(job.status()), job.queue(), job.type()).increment();
        timer("wait", job.queue(), job.type()).record(job.waited());
        timer("run", job.queue(), job.type()).record(job.ran());
    }

    private static String outcome(JobStatus status) {
        return switch (status) {
            case SUCCEEDED -> "completed";
            case DEAD -> "dead";
            case CANCELLED -> "cancelled";
            default -> "retried";
        };
    }

    private Counter counter(String what, String queue, String type) {
        return counters.computeIfAbsent(List.of(what, queue, type), _ -> Counter.builder("keelson.jobs." + what)
                .description("Jobs of this node that were " + what)
                .tag("queue", queue)
                .tag("type", type)
                .register(registry));
    }

    private Timer timer(String what, String queue, String type) {
        return timers.computeIfAbsent(List.of(what, queue, type), _ -> Timer.builder("keelson.jobs." + what)
                .description("Time that jobs of this node " + what)
                .tag("queue", queue)
                .tag("type", type)
                .serviceLevelObjectives(BOUNDS)
                .register(registry));
    }
}
