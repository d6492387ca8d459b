package io.keelson.api.schedule.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.schedule.ScheduleId;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/** A job outside the rhythm was asked for; it is made once. */
@LogicalName("schedule.run-requested")
@Revision("1")
public record ScheduleRunRequested(ScheduleId scheduleId, UUID runId) implements ScheduleEvent {}
