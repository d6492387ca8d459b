package io.keelson.api.job;

import java.util.List;

/**
 * What one call did to many jobs.
 *
 * @param jobIds the jobs that were moved
 * @param more whether further jobs match; the same call again moves the next ones
 */
public record MovedJobs(List<JobId> jobIds, boolean more) {
    public MovedJobs {
        jobIds = List.copyOf(jobIds);
    }
}
