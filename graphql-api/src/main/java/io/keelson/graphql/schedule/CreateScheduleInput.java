package io.keelson.graphql.schedule;

import io.keelson.api.schedule.CatchUpMode;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.RunRules;
import io.keelson.api.schedule.ScheduleChange;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleName;
import io.keelson.api.schedule.ScheduleOwner;
import io.keelson.api.schedule.command.CreateSchedule;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A new schedule as a caller describes it; what is null takes its default. */
record CreateScheduleInput(
        String name,
        @Nullable String description,
        @Nullable String tenantId,
        @Nullable String instanceId,
        TimingInput timing,
        JobTemplateInput job,
        @Nullable OverlapPolicy overlap,
        @Nullable Duration catchUpWindow,
        @Nullable CatchUpMode catchUpMode,
        @Nullable Duration jitter,
        @Nullable Integer pauseAfterFailures,
        @Nullable Boolean enabled) {

    CreateSchedule toCommand(ScheduleId id, ScheduleOwner owner) {
        RunRules rules = new ScheduleChange.Rules(overlap, catchUpWindow, catchUpMode, jitter, pauseAfterFailures)
                .applyTo(RunRules.DEFAULT);
        ScheduleDefinition definition = new ScheduleDefinition(
                new ScheduleName(name),
                Objects.requireNonNullElse(description, ""),
                timing.toTiming(),
                job.toTemplate(),
                rules);
        return new CreateSchedule(id, owner, definition, !Boolean.FALSE.equals(enabled));
    }
}
