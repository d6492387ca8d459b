package io.keelson.api.schedule.command;

import io.keelson.api.schedule.ScheduleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a schedule fire again; fires since it was switched off are not made up for. Enabling an enabled schedule changes
 * nothing. Rejected with SCHEDULE_NOT_FOUND, WRONG_STATE when it is deleted, or INVALID_INPUT when it would never fire.
 */
public record EnableSchedule(@TargetAggregateIdentifier ScheduleId scheduleId) implements ScheduleCommand {}
