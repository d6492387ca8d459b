package io.keelson.api.job.command;

import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.JobSpec;
import io.keelson.api.job.JobSubmission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Submits a job; answers a {@link JobSubmission} of one. Twice with the same batch id: the first answer again. Rejected
 * with JOB_TYPE_UNKNOWN, JOB_TYPE_NOT_PUBLIC, PAYLOAD_NOT_ACCEPTED, JOB_QUEUE_NOT_FOUND, TENANT_NOT_FOUND,
 * INSTANCE_NOT_FOUND or OWNER_MISMATCH.
 */
public record SubmitJob(@TargetAggregateIdentifier JobBatchId batchId, JobSpec job) implements JobCommand {}
