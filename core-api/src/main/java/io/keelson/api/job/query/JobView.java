package io.keelson.api.job.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as its row stands.
 *
 * @param attempt number of the last try, 0 before the first
 * @param progress 0 to 100, as the job reports it
 * @param error why the last failed try failed
 * @param runAt when it may run, for a failed try the next one
 * @param scheduleId text {@code schedule:<uuid>} of what made it, or null
 * @param scheduledFor the moment of the schedule it stands for, or null
 * @param parentId the workflow it belongs to, or null
 * @param cancelRequested whether it was told to stop
 */
public record JobView(
        JobId id,
        JobType type,
        QueueName queue,
        JobState state,
        int priority,
        int attempt,
        int maxAttempts,
        Duration timeout,
        Duration backoff,
        int progress,
        @Nullable String message,
        @Nullable String error,
        boolean cancelRequested,
        @Nullable String uniqueKey,
        @Nullable String serialKey,
        @Nullable TenantId tenantId,
        @Nullable InstanceId instanceId,
        String createdBy,
        @Nullable String scheduleId,
        @Nullable Instant scheduledFor,
        @Nullable JobId parentId,
        Instant runAt,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
