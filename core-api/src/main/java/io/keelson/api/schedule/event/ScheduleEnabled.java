package io.keelson.api.schedule.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.schedule.ScheduleId;
import org.axonframework.serialization.Revision;

/** The schedule fires again, beginning with the first fire after this event. */
@LogicalName("schedule.enabled")
@Revision("1")
public record ScheduleEnabled(ScheduleId scheduleId) implements ScheduleEvent {}
