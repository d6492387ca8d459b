package io.keelson.graphql.schedule;

import io.keelson.api.schedule.CatchUpMode;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.ScheduleChange;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleName;
import io.keelson.api.schedule.command.ChangeSchedule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What of a schedule is to be changed; what is null stays as it is. */
record ChangeScheduleInput(
        String scheduleId,
        @Nullable String name,
        @Nullable String description,
        @Nullable TimingInput timing,
        @Nullable JobTemplateInput job,
        @Nullable OverlapPolicy overlap,
        @Nullable Duration catchUpWindow,
        @Nullable CatchUpMode catchUpMode,
        @Nullable Duration jitter,
        @Nullable Integer pauseAfterFailures) {

    ChangeSchedule toCommand() {
        return new ChangeSchedule(
                ScheduleId.parse(scheduleId),
                new ScheduleChange(
                        name == null ? null : new ScheduleName(name),
                        description,
                        timing == null ? null : timing.toTiming(),
                        job == null ? null : job.toTemplate(),
                        new ScheduleChange.Rules(overlap, catchUpWindow, catchUpMode, jitter, pauseAfterFailures)));
    }
}
