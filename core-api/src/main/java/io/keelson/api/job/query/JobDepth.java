package io.keelson.api.job.query;

import io.keelson.api.job.JobState;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many jobs of a type stand in a state in a queue, and since when the oldest could run. */
public record JobDepth(
        QueueName queue,
        JobType type,
        JobState state,
        long count,
        @Nullable Instant oldest) {}
