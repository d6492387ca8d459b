package io.keelson.api.job.query;

import io.keelson.api.job.JobId;
import java.util.List;

/** Asks how many jobs will start before waiting ones; answers a list of {@link JobPosition}, others left out. */
public record GetJobPositions(List<JobId> ids) {}
