package io.keelson.api.job.event;

import io.keelson.api.job.JobBatchId;
import io.keelson.api.message.DomainEvent;

/** Index of what can be done to jobs together. */
public sealed interface JobBatchEvent extends DomainEvent permits JobBatchSubmitted {
    JobBatchId batchId();
}
