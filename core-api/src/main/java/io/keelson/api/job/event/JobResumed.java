package io.keelson.api.job.event;

import io.keelson.api.job.JobId;
import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** A suspended job may run. */
@LogicalName("job.resumed")
@Revision("1")
public record JobResumed(JobId jobId) implements JobEvent {}
