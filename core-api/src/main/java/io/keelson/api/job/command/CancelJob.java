package io.keelson.api.job.command;

import io.keelson.api.job.JobId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Calls a job off: a waiting one at once, a running one is told to stop. Needs a reason in the metadata. Cancelling a
 * cancelled job changes nothing; a finished one is rejected with WRONG_STATE, one of the platform's own with
 * JOB_TYPE_NOT_PUBLIC.
 */
public record CancelJob(@TargetAggregateIdentifier JobId jobId) implements JobCommand {}
