package io.keelson.command.schedule;

import io.keelson.api.schedule.JobTemplate;
import io.keelson.api.schedule.Timing;
import java.time.Instant;

/** What only the job queue and a clock can say about a schedule. Each refusal is INVALID_INPUT and names the field. */
public interface ScheduleChecks {
    /** Refuses a timing that makes no sense or has no fire after now. */
    void requireFires(Timing timing);

    /** Refuses a job of an unknown type or queue, and a payload that the type does not accept. */
    void requireRunnable(JobTemplate job);

    /** Refuses a range that does not end in the past, has no fire, or more than can be made at once. */
    void requireBackfill(Timing timing, Instant from, Instant to);
}
