package io.keelson.api.schedule;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a schedule is to be changed; what is null stays as it is. */
public record ScheduleChange(
        @Nullable ScheduleName name,
        @Nullable String description,
        @Nullable Timing timing,
        @Nullable JobTemplate job,
        Rules rules) {
    /** The definition after this change. */
    public ScheduleDefinition applyTo(ScheduleDefinition before) {
        return new ScheduleDefinition(
                Objects.requireNonNullElse(name, before.name()),
                Objects.requireNonNullElse(description, before.description()),
                Objects.requireNonNullElse(timing, before.timing()),
                Objects.requireNonNullElse(job, before.job()),
                rules.applyTo(before.rules()));
    }

    /** What of the rules is to be changed; what is null stays as it is. */
    public record Rules(
            @Nullable OverlapPolicy overlap,
            @Nullable Duration catchUpWindow,
            @Nullable CatchUpMode catchUpMode,
            @Nullable Duration jitter,
            @Nullable Integer pauseAfterFailures) {
        /** Leaves everything as it is. */
        public static final Rules UNCHANGED = new Rules(null, null, null, null, null);

        /** The rules after this change. */
        public RunRules applyTo(RunRules before) {
            return new RunRules(
                    Objects.requireNonNullElse(overlap, before.overlap()),
                    Objects.requireNonNullElse(catchUpWindow, before.catchUpWindow()),
                    Objects.requireNonNullElse(catchUpMode, before.catchUpMode()),
                    Objects.requireNonNullElse(jitter, before.jitter()),
                    Objects.requireNonNullElse(pauseAfterFailures, before.pauseAfterFailures()));
        }
    }
}
