package io.keelson.api.job.query;

import io.keelson.api.job.JobId;
import java.util.List;

/** Asks for the large parts of jobs; answers a list of {@link JobContent} in no order, unknown ids left out. */
public record GetJobContents(List<JobId> ids) {}
