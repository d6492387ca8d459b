package io.keelson.api.schedule.command;

import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleOwner;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes a schedule. Rejected with NAME_TAKEN, TENANT_NOT_FOUND, or INVALID_INPUT when it would never fire, its job type
 * is unknown, or the type does not accept the payload.
 *
 * @param enabled whether it fires from now on
 */
public record CreateSchedule(
        @TargetAggregateIdentifier ScheduleId scheduleId,
        ScheduleOwner owner,
        ScheduleDefinition definition,
        boolean enabled)
        implements ScheduleCommand {}
