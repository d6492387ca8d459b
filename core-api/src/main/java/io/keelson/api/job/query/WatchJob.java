package io.keelson.api.job.query;

import io.keelson.api.job.JobId;

/**
 * Subscription query: updates are the {@link JobView} of this job whenever it changes; the initial result is a list with
 * the job, or empty.
 */
public record WatchJob(JobId jobId) {}
