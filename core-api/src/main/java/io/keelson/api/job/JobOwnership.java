package io.keelson.api.job;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** For whom a job runs; a job of the platform itself has neither. */
public record JobOwnership(
        @Nullable TenantId tenantId, @Nullable InstanceId instanceId) {
    /** The platform itself. */
    public static final JobOwnership PLATFORM = new JobOwnership(null, null);
}
