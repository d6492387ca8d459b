package io.keelson.api.schedule.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.schedule.ScheduleId;
import org.axonframework.serialization.Revision;

/** The schedule never fires again. */
@LogicalName("schedule.deleted")
@Revision("1")
public record ScheduleDeleted(ScheduleId scheduleId) implements ScheduleEvent {}
