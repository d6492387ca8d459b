package io.keelson.api.job.query;

import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import java.time.Duration;

/**
 * What happened to jobs of a type in a queue in a period.
 *
 * @param period how long
 * @param enqueued jobs that were added
 * @param completed jobs that were done
 * @param retried tries that failed and are followed by another one
 * @param dead jobs that were given up
 * @param cancelled jobs that were called off while they ran
 */
public record JobFlow(
        QueueName queue,
        JobType type,
        Duration period,
        long enqueued,
        long completed,
        long retried,
        long dead,
        long cancelled) {}
