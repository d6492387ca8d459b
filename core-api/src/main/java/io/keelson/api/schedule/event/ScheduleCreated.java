package io.keelson.api.schedule.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleOwner;
import org.axonframework.serialization.Revision;

/** A schedule is there from now on; it fires when {@code enabled}. */
@LogicalName("schedule.created")
@Revision("1")
public record ScheduleCreated(
        ScheduleId scheduleId, ScheduleOwner owner, ScheduleDefinition definition, boolean enabled)
        implements ScheduleEvent {}
