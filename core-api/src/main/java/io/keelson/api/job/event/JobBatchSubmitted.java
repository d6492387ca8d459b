package io.keelson.api.job.event;

import io.keelson.api.job.BatchedJob;
import io.keelson.api.job.JobBatchId;
import io.keelson.api.message.LogicalName;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Jobs were submitted together. */
@LogicalName("job.batch-submitted")
@Revision("1")
public record JobBatchSubmitted(JobBatchId batchId, List<BatchedJob> jobs) implements JobBatchEvent {
    public JobBatchSubmitted {
        jobs = List.copyOf(jobs);
    }
}
