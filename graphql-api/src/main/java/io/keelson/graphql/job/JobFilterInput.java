package io.keelson.graphql.job;

import io.keelson.api.error.RejectedException;
import io.keelson.api.id.TypedId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.query.JobFilter;
import io.keelson.api.tenant.TenantId;
import io.keelson.graphql.input.InputField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Conditions on jobs. */
record JobFilterInput(
        @Nullable JobState state,
        @Nullable String type,
        @Nullable String queue,
        @Nullable String tenantId,
        @Nullable String instanceId,
        @Nullable String scheduleId,
        @Nullable String parentId,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore) {
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    JobFilter toFilter() {
        return new JobFilter(
                state,
                InputField.readOptional("filter.type", type, JobType::new),
                InputField.readOptional("filter.queue", queue, QueueName::new),
                InputField.readOptional("filter.tenantId", tenantId, TenantId::parse),
                InputField.readOptional("filter.instanceId", instanceId, InstanceId::parse),
                InputField.readOptional("filter.scheduleId", scheduleId, JobFilterInput::schedule),
                InputField.readOptional("filter.parentId", parentId, JobId::parse),
                moment("filter.createdAfter", createdAfter),
                moment("filter.createdBefore", createdBefore));
    }

    private static String schedule(String text) {
        return TypedId.format("schedule", TypedId.parse("schedule", text));
    }

    private static @Nullable Instant moment(String field, @Nullable Instant moment) {
        if (moment != null && (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST))) {
            throw RejectedException.invalid(field, field + " must be a moment between 1970 and 2200.");
        }
        return moment;
    }
}
