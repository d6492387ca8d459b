package io.keelson.api.schedule.command;

import io.keelson.api.schedule.ScheduleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Switches a schedule off; jobs that it has made go on. Needs a reason in the metadata. Disabling a disabled schedule
 * changes nothing. Rejected with SCHEDULE_NOT_FOUND, or WRONG_STATE when it is deleted.
 */
public record DisableSchedule(@TargetAggregateIdentifier ScheduleId scheduleId) implements ScheduleCommand {}
