package io.keelson.api.job.command;

import io.keelson.api.job.JobId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a given-up or cancelled job run again, with all its tries. Needs a reason in the metadata. Twice: the second is
 * rejected with WRONG_STATE unless the job failed again.
 */
public record RetryJob(@TargetAggregateIdentifier JobId jobId) implements JobCommand {}
