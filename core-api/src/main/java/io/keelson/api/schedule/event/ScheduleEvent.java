package io.keelson.api.schedule.event;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.schedule.ScheduleId;

/** Index of what can happen to a schedule. */
public sealed interface ScheduleEvent extends DomainEvent
        permits ScheduleCreated,
                ScheduleChanged,
                ScheduleEnabled,
                ScheduleDisabled,
                SchedulePaused,
                ScheduleRunRequested,
                ScheduleBackfillRequested,
                ScheduleDeleted {
    ScheduleId scheduleId();
}
