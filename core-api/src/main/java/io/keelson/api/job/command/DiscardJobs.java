package io.keelson.api.job.command;

import io.keelson.api.job.DeadJobFilter;
import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.MovedJobs;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Removes given-up jobs for good, at most 1,000 at once, oldest first; answers {@link MovedJobs}. Needs a reason in the
 * metadata. Twice: removes the next ones.
 */
public record DiscardJobs(@TargetAggregateIdentifier JobBatchId batchId, DeadJobFilter filter) implements JobCommand {}
