package io.keelson.api.job.command;

import io.keelson.api.job.DeadJobFilter;
import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.MovedJobs;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets given-up jobs run again, at most 1,000 at once, oldest first; answers {@link MovedJobs}. Needs a reason in the
 * metadata. Twice: moves the next ones.
 */
public record RedriveJobs(@TargetAggregateIdentifier JobBatchId batchId, DeadJobFilter filter) implements JobCommand {}
