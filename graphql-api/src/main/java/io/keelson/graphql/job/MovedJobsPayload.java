package io.keelson.graphql.job;

import io.keelson.api.job.JobId;
import io.keelson.api.job.MovedJobs;
import java.util.List;

/** The jobs that were moved. */
record MovedJobsPayload(int count, List<JobId> jobIds, boolean more) {
    static MovedJobsPayload of(MovedJobs moved) {
        return new MovedJobsPayload(moved.jobIds().size(), moved.jobIds(), moved.more());
    }
}
