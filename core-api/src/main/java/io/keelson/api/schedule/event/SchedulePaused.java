package io.keelson.api.schedule.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.schedule.ScheduleId;
import org.axonframework.serialization.Revision;

/** The schedule switched itself off after so many failed runs in a row; it does not fire until it is enabled. */
@LogicalName("schedule.paused")
@Revision("1")
public record SchedulePaused(ScheduleId scheduleId, int failures) implements ScheduleEvent {}
