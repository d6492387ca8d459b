package io.keelson.api.schedule.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import org.axonframework.serialization.Revision;

/** The schedule follows this definition from now on; its next fire is found anew. */
@LogicalName("schedule.changed")
@Revision("1")
public record ScheduleChanged(ScheduleId scheduleId, ScheduleDefinition definition) implements ScheduleEvent {}
