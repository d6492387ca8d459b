package io.keelson.api.job.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that must all hold; null ones match everything.
 *
 * @param scheduleId text {@code schedule:<uuid>}
 * @param parentId the workflow it belongs to
 */
public record JobFilter(
        @Nullable JobState state,
        @Nullable JobType type,
        @Nullable QueueName queue,
        @Nullable TenantId tenantId,
        @Nullable InstanceId instanceId,
        @Nullable String scheduleId,
        @Nullable JobId parentId,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore) {
    public static final JobFilter ALL = new JobFilter(null, null, null, null, null, null, null, null, null);
}
