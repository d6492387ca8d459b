package io.keelson.api.job.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobPriority;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.message.LogicalName;
import io.keelson.api.tenant.TenantId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A job was submitted on its own. The payload may hold personal data and stays out of the history.
 *
 * @param payloadSha256 SHA-256 of the payload as submitted, in hex
 */
@LogicalName("job.submitted")
@Revision("1")
public record JobSubmitted(
        JobId jobId,
        JobType type,
        QueueName queue,
        JobPriority priority,
        String payloadSha256,
        @Nullable TenantId tenantId,
        @Nullable InstanceId instanceId)
        implements JobEvent {}
