package io.keelson.job.schedule;

import io.keelson.api.schedule.JobTemplate;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.RunKind;
import io.keelson.job.queue.Enqueued;
import io.keelson.job.queue.JobDefaults;
import io.keelson.job.queue.JobOrigin;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobRetry;
import io.keelson.job.queue.NewJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns runs into jobs. */
final class RunJobs {
    private final JobQueue queue;
    private final JobTypes types;

    RunJobs(JobQueue queue, JobTypes types) {
        this.queue = queue;
        this.types = types;
    }

    /** Enqueues a job for each run, in the running transaction. */
    Map<RunKey, UUID> enqueue(List<PlannedRun> runs) {
        if (runs.isEmpty()) {
            return Map.of();
        }
        List<Enqueued> enqueued = queue.enqueueAll(runs.stream().map(this::job).toList());
        Map<RunKey, UUID> jobs = new LinkedHashMap<>();
        for (int index = 0; index < runs.size(); index++) {
            jobs.put(runs.get(index).key(), enqueued.get(index).id());
        }
        return jobs;
    }

    private NewJob job(PlannedRun run) {
        ScheduleRow schedule = run.schedule();
        JobTemplate template = schedule.definition().job();
        JobDefaults defaults = types.defaults(template.type());
        NewJob job = NewJob.of(template.type(), template.payload(), defaults)
                .withQueue(Objects.requireNonNullElse(template.queue(), defaults.queue()))
                .withPriority(template.priority())
                .withRetry(retry(template.attempts(), defaults.retry()))
                .withOwner(owner(schedule))
                .withOrigin(JobOrigin.schedule(schedule.id(), run.fireTime()))
                .withUniqueKey(key(run));
        String serial = serialKey(run);
        return serial == null ? job : job.withSerialKey(serial);
    }

    private static JobOwner owner(ScheduleRow schedule) {
        UUID tenant = Objects.requireNonNullElse(schedule.tenantId(), JobOwner.PLATFORM.tenantId());
        return new JobOwner(tenant, schedule.instanceId(), schedule.createdBy());
    }

    private static JobRetry retry(JobTemplate.Attempts attempts, JobRetry defaults) {
        return new JobRetry(
                Objects.requireNonNullElse(attempts.maximum(), defaults.maxAttempts()),
                Objects.requireNonNullElse(attempts.timeout(), defaults.timeout()),
                Objects.requireNonNullElse(attempts.backoff(), defaults.backoff()));
    }

    private static String key(PlannedRun run) {
        String fire = "schedule:%s:%s".formatted(run.schedule().id(), run.fireTime());
        return run.kind() == RunKind.RUN_NOW ? fire + ":now" : fire;
    }

    /** A buffered job waits for the one before it; a backfill runs in order and does not flood the workers. */
    private static @Nullable String serialKey(PlannedRun run) {
        String schedule = "schedule:" + run.schedule().id();
        return switch (run.kind()) {
            case SCHEDULED ->
                run.schedule().definition().rules().overlap() == OverlapPolicy.BUFFER_ONE ? schedule : null;
            case BACKFILL -> schedule + ":backfill";
            case RUN_NOW -> null;
        };
    }
}
