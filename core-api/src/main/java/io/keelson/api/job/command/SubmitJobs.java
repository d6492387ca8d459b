package io.keelson.api.job.command;

import io.keelson.api.error.RejectedException;
import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.JobSpec;
import io.keelson.api.job.JobSubmission;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Submits 1 to 10,000 jobs together, or none of them; answers a {@link JobSubmission}. Twice with the same batch id: the
 * first answer again. Rejected like {@link SubmitJob}; the field then begins with {@code jobs[<index>]}.
 */
public record SubmitJobs(@TargetAggregateIdentifier JobBatchId batchId, List<JobSpec> jobs) implements JobCommand {
    private static final int MOST = 10_000;

    public SubmitJobs {
        jobs = List.copyOf(jobs);
        if (jobs.isEmpty() || jobs.size() > MOST) {
            throw RejectedException.invalid(
                    "jobs", "jobs has %d elements; it must have 1 to 10000.".formatted(jobs.size()));
        }
    }
}
