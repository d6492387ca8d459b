package io.keelson.api.job.query;

import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;

/**
 * What happened to jobs of a type in a queue in a period.
 *
 * @param enqueued jobs that were added
 * @param completed jobs that were done
 * @param retried tries that failed and are followed by another one
 * @param dead jobs that were given up
 * @param cancelled jobs that were called off while they ran
 */
public record JobFlow(
        QueueName queue, JobType type, long enqueued, long completed, long retried, long dead, long cancelled) {}
