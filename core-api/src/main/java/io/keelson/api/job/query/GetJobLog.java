package io.keelson.api.job.query;

import io.keelson.api.job.JobId;
import io.keelson.api.query.Page;

/** Asks for the lines that a job logged, oldest first; answers a {@link JobLogPage}. */
public record GetJobLog(JobId jobId, Page page) {}
