package io.keelson.api.job.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How jobs do.
 *
 * @param countedAt when the depths were counted; with a million waiting jobs that can be a few seconds ago
 * @param depths jobs that are not over, and given-up ones, by queue, type and state
 * @param flows what happened in the period, by queue and type
 * @param waits time between the moment a job could run and its start
 * @param runs time of a try
 * @param oldestWaitingSince since when the job that waits longest could run, or null
 */
public record JobStatisticsView(
        Duration period,
        Instant countedAt,
        List<JobDepth> depths,
        List<JobFlow> flows,
        JobTimes waits,
        JobTimes runs,
        @Nullable Instant oldestWaitingSince) {}
