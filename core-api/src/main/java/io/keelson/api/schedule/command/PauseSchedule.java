package io.keelson.api.schedule.command;

import io.keelson.api.schedule.ScheduleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Switches a schedule off because its runs fail; sent by Keelson itself, never by a person. Changes nothing when the
 * schedule is off, gone, or was changed since.
 *
 * @param failures failed runs in a row
 * @param asOf sequence number of the last event of the schedule that the sender knew
 */
public record PauseSchedule(@TargetAggregateIdentifier ScheduleId scheduleId, int failures, long asOf)
        implements ScheduleCommand {}
