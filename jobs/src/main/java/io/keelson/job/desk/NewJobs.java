package io.keelson.job.desk;

import io.keelson.api.job.JobOwnership;
import io.keelson.api.job.JobSpec;
import io.keelson.api.job.JobTiming;
import io.keelson.api.job.RetryRule;
import io.keelson.api.job.UniqueRule;
import io.keelson.job.queue.JobDefaults;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobPlace;
import io.keelson.job.queue.JobRetry;
import io.keelson.job.queue.JobUniqueness;
import io.keelson.job.queue.NewJob;
import io.keelson.job.queue.OnConflict;
import io.keelson.job.queue.UniqueScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes work for the queue of what callers describe. */
final class NewJobs {
    private static final UUID PLATFORM = new UUID(0, 0);

    private final String actor;
    private final Instant now;

    /**
     * Makes work for one call.
     *
     * @param now the database's time, for delays
     */
    NewJobs(String actor, Instant now) {
        this.actor = actor;
        this.now = now;
    }

    NewJob of(JobSpec spec, JobDefaults defaults, JobOwnership owner) {
        NewJob plain = NewJob.of(spec.type().value(), spec.payload(), defaults);
        NewJob placed = plain.withPlace(place(spec, plain.place()))
                .withRetry(retry(spec.retries(), defaults.retry()))
                .withOwner(new JobOwner(
                        owner.tenantId() == null ? PLATFORM : owner.tenantId().value(),
                        owner.instanceId() == null ? null : owner.instanceId().value(),
                        actor));
        UniqueRule rule = spec.uniqueness();
        return rule == null ? placed : placed.withUniqueness(uniqueness(rule));
    }

    private JobPlace place(JobSpec spec, JobPlace usual) {
        return new JobPlace(
                spec.queue() == null ? usual.queue() : spec.queue().value(),
                spec.priority() == null ? usual.priority() : spec.priority().value(),
                runAt(spec.timing()),
                spec.serialKey());
    }

    private @Nullable Instant runAt(JobTiming timing) {
        Duration delay = timing.delay();
        if (delay != null) {
            return delay.isZero() ? null : now.plus(delay);
        }
        return timing.runAt();
    }

    private static JobRetry retry(RetryRule rule, JobRetry usual) {
        return new JobRetry(
                Objects.requireNonNullElse(rule.maxAttempts(), usual.maxAttempts()),
                Objects.requireNonNullElse(rule.timeout(), usual.timeout()),
                Objects.requireNonNullElse(rule.backoff(), usual.backoff()));
    }

    private static JobUniqueness uniqueness(UniqueRule rule) {
        return new JobUniqueness(
                rule.key(),
                switch (rule.scope()) {
                    case WAITING -> UniqueScope.WAITING;
                    case UNFINISHED -> UniqueScope.UNFINISHED;
                    case PERIOD -> UniqueScope.PERIOD;
                },
                Objects.requireNonNullElse(rule.period(), Duration.ZERO),
                switch (rule.onConflict()) {
                    case KEEP -> OnConflict.KEEP;
                    case REPLACE -> OnConflict.REPLACE;
                    case AFTER_CURRENT -> OnConflict.AFTER_CURRENT;
                });
    }
}
