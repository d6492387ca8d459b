package io.keelson.api.job.event;

import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** A waiting job waits until it is resumed. */
@LogicalName("job.suspended")
@Revision("1")
public record JobSuspended(JobId jobId, JobState was) implements JobEvent {}
