package io.keelson.api.job.command;

import io.keelson.api.job.JobId;
import io.keelson.api.job.JobPriority;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes how urgent a waiting job is; to the same priority: changes nothing. A job that does not wait: WRONG_STATE. */
public record ChangeJobPriority(@TargetAggregateIdentifier JobId jobId, JobPriority priority) implements JobCommand {}
