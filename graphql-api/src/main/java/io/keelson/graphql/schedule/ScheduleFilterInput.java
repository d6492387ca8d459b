package io.keelson.graphql.schedule;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.schedule.ScheduleState;
import io.keelson.api.schedule.query.ScheduleFilter;
import io.keelson.api.tenant.TenantId;
import io.keelson.graphql.input.InputField;
import org.jspecify.annotations.Nullable;

/** Conditions on schedules. */
record ScheduleFilterInput(
        @Nullable ScheduleState state,
        @Nullable String tenantId,
        @Nullable String instanceId,
        @Nullable String jobType,
        @Nullable String nameContains) {
    static final ScheduleFilterInput ALL = new ScheduleFilterInput(null, null, null, null, null);

    ScheduleFilter toFilter() {
        return new ScheduleFilter(
                state,
                InputField.readOptional("filter.tenantId", tenantId, TenantId::parse),
                InputField.readOptional("filter.instanceId", instanceId, InstanceId::parse),
                InputField.search("filter.jobType", jobType),
                InputField.search("filter.nameContains", nameContains));
    }
}
