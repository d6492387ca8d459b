package io.keelson.command.schedule;

import io.keelson.api.error.RejectedException;
import io.keelson.api.schedule.JobTemplate;
import io.keelson.api.schedule.Timing;
import java.time.Instant;

/** Accepts everything but what a test names. */
final class FakeChecks implements ScheduleChecks {
    Timing neverFires;
    JobTemplate notRunnable;
    boolean refusesBackfill;

    @Override
    public void requireFires(Timing timing) {
        if (timing.equals(neverFires)) {
            throw RejectedException.invalid("cron", "It never fires.");
        }
    }

    @Override
    public void requireRunnable(JobTemplate job) {
        if (job.equals(notRunnable)) {
            throw RejectedException.invalid("job.type", "Nobody knows how.");
        }
    }

    @Override
    public void requireBackfill(Timing timing, Instant from, Instant to) {
        if (refusesBackfill) {
            throw RejectedException.invalid("to", "It is in the future.");
        }
    }
}
