package io.keelson.job.schedule;

import io.keelson.api.error.RejectedException;
import io.keelson.api.schedule.CronTiming;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.JobTemplate;
import io.keelson.api.schedule.OneTimeTiming;
import io.keelson.api.schedule.Timing;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.timing.FireTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whether a schedule makes sense; each refusal is INVALID_INPUT and names the field. */
public final class ScheduleCheck {
    /** Most fires of one backfill. */
    static final int MOST_BACKFILLED = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final JobTypes types;
    private final PayloadRule payloads;
    private final Clock clock;

    public ScheduleCheck(DataSource dataSource, JobTypes types, PayloadRule payloads, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.types = types;
        this.payloads = payloads;
        this.clock = clock;
    }

    /** Refuses a timing that makes no sense or has no fire after now: field {@code cron}, {@code at} or {@code every}. */
    public void requireFires(Timing timing) {
        if (FireTimes.of(timing).after(clock.instant()).isPresent()) {
            return;
        }
        throw switch (timing) {
            case CronTiming cron ->
                RejectedException.invalid("cron", "cron \"%s\" never fires.".formatted(cron.expression()));
            case OneTimeTiming once ->
                RejectedException.invalid("at", "at is %s, which is over; give a moment to come.".formatted(once.at()));
            case IntervalTiming interval ->
                RejectedException.invalid("every", "every %s never fires.".formatted(interval.every()));
        };
    }

    /**
     * Refuses an unknown type ({@code job.type}), an unknown queue ({@code job.queue}), and a payload that is no JSON or
     * that the type does not accept ({@code job.payload}).
     */
    public void requireRunnable(JobTemplate job) {
        JobHandler handler = types.submittable(job.type())
                .orElseThrow(() -> RejectedException.invalid(
                        "job.type",
                        "There is no type of job %s that a schedule can make; there are %s."
                                .formatted(job.type(), types.names())));
        requireQueue(job);
        requireJson(job.payload());
        payloads.require(handler, job.payload());
    }

    /** Refuses a range that does not end in the past, has no fire, or more than 1,000: field {@code from} or {@code to}. */
    public void requireBackfill(Timing timing, Instant from, Instant to) {
        if (from.isBefore(Instant.EPOCH)) {
            throw RejectedException.invalid("from", "from must not lie before 1970.");
        }
        if (to.isBefore(from)) {
            throw RejectedException.invalid("to", "to is before from.");
        }
        if (to.isAfter(clock.instant())) {
            throw RejectedException.invalid("to", "to is in the future; a backfill is about fires of the past.");
        }
        int fires = FireTimes.of(timing).between(from, to, MOST_BACKFILLED + 1).size();
        if (fires == 0) {
            throw RejectedException.invalid("from", "The schedule has no fire from %s to %s.".formatted(from, to));
        }
        if (fires > MOST_BACKFILLED) {
            throw RejectedException.invalid(
                    "to", "The range has more than %d fires; ask for it in several parts.".formatted(MOST_BACKFILLED));
        }
    }

    private void requireQueue(JobTemplate job) {
        if (job.queue() == null) {
            return;
        }
        List<String> queues = jdbc.sql("select name from jobs.platform_queue order by name")
                .query((row, _) -> row.getString("name"))
                .list();
        if (!queues.contains(job.queue())) {
            throw RejectedException.invalid(
                    "job.queue", "There is no queue %s; there are %s.".formatted(job.queue(), queues));
        }
    }

    private static void requireJson(String payload) {
        try {
            JSON.readTree(payload);
        } catch (JacksonException e) {
            throw RejectedException.invalid("job.payload", "job.payload is no JSON.");
        }
        // PostgreSQL keeps JSON, but not this character of it.
        if (payload.contains("\\u0000")) {
            throw RejectedException.invalid("job.payload", "job.payload contains the character U+0000.");
        }
    }
}
