package io.keelson.api.schedule.command;

import io.keelson.api.schedule.ScheduleId;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes a job at once, whatever the rhythm, the overlap policy and whether the schedule is enabled; the rhythm goes on.
 * Sending the same run twice in a row makes one job. Rejected with SCHEDULE_NOT_FOUND, or WRONG_STATE when it is deleted.
 *
 * @param runId identity of this run
 */
public record RunScheduleNow(@TargetAggregateIdentifier ScheduleId scheduleId, UUID runId) implements ScheduleCommand {}
