package io.keelson.api.job.event;

import io.keelson.api.job.JobId;
import io.keelson.api.job.JobPriority;
import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** A waiting job became more or less urgent. */
@LogicalName("job.priority-changed")
@Revision("1")
public record JobPriorityChanged(JobId jobId, JobPriority from, JobPriority to) implements JobEvent {}
