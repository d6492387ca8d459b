package io.keelson.api.job.query;

import io.keelson.api.query.Direction;
import io.keelson.api.query.Page;

/** Asks for jobs in the order they were submitted; answers a {@link JobPage}. */
public record FindJobs(JobFilter filter, Direction direction, Page page) {}
