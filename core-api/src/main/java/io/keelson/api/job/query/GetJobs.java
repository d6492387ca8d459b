package io.keelson.api.job.query;

import io.keelson.api.job.JobId;
import java.util.List;

/** Asks for jobs by id; answers a list of {@link JobView} in no order, unknown ids left out. */
public record GetJobs(List<JobId> ids) {}
