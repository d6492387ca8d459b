package io.keelson.api.schedule.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.schedule.ScheduleId;
import org.axonframework.serialization.Revision;

/** The schedule does not fire until it is enabled. */
@LogicalName("schedule.disabled")
@Revision("1")
public record ScheduleDisabled(ScheduleId scheduleId) implements ScheduleEvent {}
