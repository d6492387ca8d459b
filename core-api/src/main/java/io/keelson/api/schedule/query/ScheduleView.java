package io.keelson.api.schedule.query;

import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleOwner;
import io.keelson.api.schedule.ScheduleState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it stands.
 *
 * @param nextRunAt its next fire without jitter, or null when there is none
 * @param lastRunAt the last fire that made a job, or null when none did
 * @param failures failed runs in a row
 */
public record ScheduleView(
        ScheduleId id,
        ScheduleOwner owner,
        ScheduleDefinition definition,
        ScheduleState state,
        @Nullable Instant nextRunAt,
        @Nullable Instant lastRunAt,
        int failures,
        Instant createdAt,
        Instant updatedAt,
        String createdBy) {}
