package io.keelson.api.schedule.command;

import io.keelson.api.schedule.ScheduleId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes the jobs of past fires that made none, one after another. Needs a reason in the metadata. Rejected with
 * SCHEDULE_NOT_FOUND, WRONG_STATE when it is deleted, or INVALID_INPUT when the range is not in the past, has no fire, or
 * has more than 1,000.
 *
 * @param from the first possible fire
 * @param to the last possible fire, not in the future
 */
public record BackfillSchedule(@TargetAggregateIdentifier ScheduleId scheduleId, Instant from, Instant to)
        implements ScheduleCommand {}
