package io.keelson.api.schedule.command;

import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleChange;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Changes a schedule; its next time is found anew. A change that changes nothing records nothing. Rejected with
 * SCHEDULE_NOT_FOUND, NAME_TAKEN, WRONG_STATE when it is deleted, or INVALID_INPUT like {@link CreateSchedule}.
 */
public record ChangeSchedule(@TargetAggregateIdentifier ScheduleId scheduleId, ScheduleChange change)
        implements ScheduleCommand {}
