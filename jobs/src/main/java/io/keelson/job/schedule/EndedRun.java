package io.keelson.job.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run whose job has ended.
 *
 * @param inRhythm false for run now and backfill, which say nothing about the rhythm
 * @param outcome final status of the job
 */
record EndedRun(
        UUID scheduleId,
        Instant fireTime,
        boolean inRhythm,
        int outcome,
        @Nullable Instant finishedAt) {}
