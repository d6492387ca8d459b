package io.keelson.api.schedule.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.schedule.ScheduleState;
import io.keelson.api.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Conditions that must all hold; null ones match everything, but deleted schedules only show when they are asked for. */
public record ScheduleFilter(
        @Nullable ScheduleState state,
        @Nullable TenantId tenantId,
        @Nullable InstanceId instanceId,
        @Nullable String jobType,
        @Nullable String nameContains) {
    public static final ScheduleFilter ALL = new ScheduleFilter(null, null, null, null, null);
}
