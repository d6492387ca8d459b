package io.keelson.api.job.event;

import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** Somebody called a job off; one that ran was told to stop. */
@LogicalName("job.cancellation-requested")
@Revision("1")
public record JobCancellationRequested(JobId jobId, JobState was) implements JobEvent {}
