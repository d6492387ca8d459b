package io.keelson.job.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a job comes from; nothing when somebody asked for it.
 *
 * @param scheduleId the schedule that fired, or null
 * @param scheduledFor the moment it fired for, or null
 * @param parentId the job that it is a part of, or null
 */
public record JobOrigin(
        @Nullable UUID scheduleId,
        @Nullable Instant scheduledFor,
        @Nullable UUID parentId) {
    public static final JobOrigin NONE = new JobOrigin(null, null, null);

    public static JobOrigin schedule(UUID scheduleId, Instant scheduledFor) {
        return new JobOrigin(scheduleId, scheduledFor, null);
    }

    public static JobOrigin parent(UUID parentId) {
        return new JobOrigin(null, null, parentId);
    }
}
