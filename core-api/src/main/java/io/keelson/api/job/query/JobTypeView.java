package io.keelson.api.job.query;

import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A kind of work.
 *
 * @param submittable whether callers may submit it; the platform's own work can only be seen
 * @param payloadSchema JSON Schema text of its payload, or null when any JSON will do
 */
public record JobTypeView(
        JobType name,
        boolean submittable,
        QueueName queue,
        int maxAttempts,
        Duration timeout,
        Duration backoff,
        @Nullable String payloadSchema) {}
