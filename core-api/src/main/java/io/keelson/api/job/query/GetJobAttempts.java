package io.keelson.api.job.query;

import io.keelson.api.job.JobId;
import java.util.List;

/** Asks for the failed tries of jobs; answers a list of {@link JobAttemptView}, per job oldest first. */
public record GetJobAttempts(List<JobId> jobIds) {}
