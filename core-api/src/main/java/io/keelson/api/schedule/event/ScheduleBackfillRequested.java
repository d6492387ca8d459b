package io.keelson.api.schedule.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.schedule.ScheduleId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The jobs of fires from {@code from} to {@code to}, both included, were asked for; those that have none get one. */
@LogicalName("schedule.backfill-requested")
@Revision("1")
public record ScheduleBackfillRequested(ScheduleId scheduleId, Instant from, Instant to) implements ScheduleEvent {}
