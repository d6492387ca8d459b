package io.keelson.graphql.job;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.DeadJobFilter;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.tenant.TenantId;
import io.keelson.graphql.input.InputField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on failed jobs. */
record FailedJobFilterInput(
        @Nullable List<String> ids,
        @Nullable String type,
        @Nullable String queue,
        @Nullable String tenantId,
        @Nullable String instanceId) {

    DeadJobFilter toFilter() {
        return new DeadJobFilter(
                ids == null
                        ? null
                        : ids.stream()
                                .map(id -> InputField.read("filter.ids", id, JobId::parse))
                                .toList(),
                InputField.readOptional("filter.type", type, JobType::new),
                InputField.readOptional("filter.queue", queue, QueueName::new),
                InputField.readOptional("filter.tenantId", tenantId, TenantId::parse),
                InputField.readOptional("filter.instanceId", instanceId, InstanceId::parse));
    }
}
