package io.keelson.api.schedule.query;

import io.keelson.api.schedule.RunKind;
import io.keelson.api.schedule.RunState;
import io.keelson.api.schedule.ScheduleId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the history of a schedule.
 *
 * @param scheduledFor the fire that it is about, without jitter; of several missed ones the first
 * @param until of several missed fires the last, else the same
 * @param fires how many fires it stands for; more than one only when missed, and counted up to 10,000
 * @param jobId the job that was made, or null
 * @param finishedAt when the job was finished, or null
 */
public record ScheduleRunView(
        ScheduleId scheduleId,
        Instant scheduledFor,
        Instant until,
        int fires,
        RunKind kind,
        RunState state,
        @Nullable UUID jobId,
        Instant recordedAt,
        @Nullable Instant finishedAt) {}
