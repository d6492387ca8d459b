package io.keelson.api.job.event;

import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** A given-up or cancelled job was made to run again. */
@LogicalName("job.retried")
@Revision("1")
public record JobRetried(JobId jobId, JobState was) implements JobEvent {}
