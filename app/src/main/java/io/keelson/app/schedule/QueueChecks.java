package io.keelson.app.schedule;

import io.keelson.api.schedule.JobTemplate;
import io.keelson.api.schedule.Timing;
import io.keelson.command.schedule.ScheduleChecks;
import io.keelson.job.schedule.ScheduleCheck;
import java.time.Instant;

/** The job queue's answers for the command side, which does not know it. */
record QueueChecks(ScheduleCheck check) implements ScheduleChecks {
    @Override
    public void requireFires(Timing timing) {
        check.requireFires(timing);
    }

    @Override
    public void requireRunnable(JobTemplate job) {
        check.requireRunnable(job);
    }

    @Override
    public void requireBackfill(Timing timing, Instant from, Instant to) {
        check.requireBackfill(timing, from, to);
    }
}
