package io.keelson.job.schedule;

import io.keelson.api.schedule.RunKind;
import java.time.Instant;

/**
 * A new entry of the history.
 *
 * @param until of several missed fires the last, else the same as {@code fireTime}
 * @param fires how many fires it stands for
 */
record PlannedRun(ScheduleRow schedule, RunKind kind, Instant fireTime, Instant until, int fires, Result result) {
    /** What becomes of a fire, as stored in {@code platform_schedule_run.result}. */
    enum Result {
        STARTED,
        SKIPPED,
        MISSED
    }

    static PlannedRun started(ScheduleRow schedule, RunKind kind, Instant fireTime) {
        return new PlannedRun(schedule, kind, fireTime, fireTime, 1, Result.STARTED);
    }

    static PlannedRun skipped(ScheduleRow schedule, Instant fireTime) {
        return new PlannedRun(schedule, RunKind.SCHEDULED, fireTime, fireTime, 1, Result.SKIPPED);
    }

    static PlannedRun missed(ScheduleRow schedule, MissedFires missed) {
        return new PlannedRun(
                schedule, RunKind.SCHEDULED, missed.first(), missed.last(), missed.count(), Result.MISSED);
    }

    RunKey key() {
        return new RunKey(schedule.id(), fireTime, kind);
    }
}
