package io.keelson.api.schedule;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * For whom a schedule makes jobs; it never changes. Without a tenant the schedule is the platform's own.
 *
 * @param instanceId the instance that the jobs are about, or null
 */
public record ScheduleOwner(
        @Nullable TenantId tenantId, @Nullable InstanceId instanceId) {
    /** The platform itself. */
    public static final ScheduleOwner PLATFORM = new ScheduleOwner(null, null);

    /** Within which names of schedules are unique: the tenant, else the instance, else the platform. */
    public String nameSpace() {
        if (tenantId != null) {
            return tenantId.toString();
        }
        return instanceId == null ? "keelson" : instanceId.toString();
    }
}
