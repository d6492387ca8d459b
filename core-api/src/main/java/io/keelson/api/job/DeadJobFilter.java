package io.keelson.api.job;

import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which given-up jobs are meant: conditions that must all hold; null ones match everything. */
public record DeadJobFilter(
        @Nullable List<JobId> jobIds,
        @Nullable JobType type,
        @Nullable QueueName queue,
        @Nullable TenantId tenantId,
        @Nullable InstanceId instanceId) {
    private static final int MOST = 1_000;

    public DeadJobFilter {
        jobIds = jobIds == null ? null : List.copyOf(jobIds);
        if (jobIds != null && jobIds.size() > MOST) {
            throw RejectedException.invalid(
                    "filter.ids", "filter.ids names %d jobs; at most 1000 are allowed.".formatted(jobIds.size()));
        }
    }
}
