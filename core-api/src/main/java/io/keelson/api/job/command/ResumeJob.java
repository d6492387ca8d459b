package io.keelson.api.job.command;

import io.keelson.api.job.JobId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a suspended job run; a job that waits already: changes nothing. Any other: WRONG_STATE. */
public record ResumeJob(@TargetAggregateIdentifier JobId jobId) implements JobCommand {}
