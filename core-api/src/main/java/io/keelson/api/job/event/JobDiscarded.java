package io.keelson.api.job.event;

import io.keelson.api.job.JobId;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** A given-up job was removed for good. */
@LogicalName("job.discarded")
@Revision("1")
public record JobDiscarded(JobId jobId, JobType type, QueueName queue) implements JobEvent {}
