package io.keelson.api.schedule.command;

import io.keelson.api.schedule.ScheduleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a schedule for good and frees its name; its history and the jobs that it has made remain. Needs a reason in the
 * metadata. Deleting it twice changes nothing. Rejected with SCHEDULE_NOT_FOUND.
 */
public record DeleteSchedule(@TargetAggregateIdentifier ScheduleId scheduleId) implements ScheduleCommand {}
