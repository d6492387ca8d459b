package io.keelson.job.schedule;

import io.keelson.api.schedule.ScheduleDefinition;
import java.time.Instant;
import java.util.UUID;

/** A schedule whose next fire is due, locked for the running transaction. */
record DueSchedule(ScheduleRow row, Instant nextFireAt) {
    UUID id() {
        return row.id();
    }

    ScheduleDefinition definition() {
        return row.definition();
    }
}
