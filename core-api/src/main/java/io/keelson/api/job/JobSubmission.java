package io.keelson.api.job;

import java.util.List;

/**
 * What became of submitted jobs.
 *
 * @param jobIds one per job, in the order they were submitted
 * @param existing those of them that were there before, because another job had their key
 */
public record JobSubmission(List<JobId> jobIds, List<JobId> existing) {
    public JobSubmission {
        jobIds = List.copyOf(jobIds);
        existing = List.copyOf(existing);
    }
}
