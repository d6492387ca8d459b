package io.keelson.graphql.job;

import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.JobId;
import java.util.List;

/** The jobs of a batch. */
record NewJobsPayload(JobBatchId batchId, List<JobId> jobIds, List<JobId> existingIds) {}
