package io.keelson.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.RejectedException;
import io.keelson.api.schedule.CronTiming;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.JobTemplate;
import io.keelson.api.schedule.OneTimeTiming;
import io.keelson.api.schedule.Timing;
import io.keelson.job.FunctionHandler;
import io.keelson.job.JobsDatabase;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.RunningJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScheduleCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Timing MINUTELY = new IntervalTiming(Duration.ofMinutes(1), Instant.EPOCH);

    private static JobsDatabase database;
    private static ScheduleCheck check;

    @BeforeAll
    static void open() {
        database = new JobsDatabase();
        JobTypes types = new JobTypes(List.of(new PublicHandler(), new FunctionHandler(_ -> {})));
        PayloadRule noNumbers = (_, payload) -> {
            if (payload.matches("\\d+")) {
                throw RejectedException.invalid("job.payload", "It is a number.");
            }
        };
        check = new ScheduleCheck(database.dataSource(), types, noNumbers, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void whatNeverFiresIsRefused() {
        refused("cron", () -> check.requireFires(new CronTiming("0 0 30 2 *", "UTC")));
        refused("cron", () -> check.requireFires(new CronTiming("61 * * * *", "UTC")));
        refused("at", () -> check.requireFires(new OneTimeTiming(NOW)));
        refused("at", () -> check.requireFires(new OneTimeTiming(NOW.minusSeconds(1))));
        refused("at", () -> new OneTimeTiming(Instant.MAX));
        accepted(() -> check.requireFires(new OneTimeTiming(NOW.plusMillis(1))));
        accepted(() -> check.requireFires(new CronTiming("0 0 29 2 *", "UTC")));
    }

    @Test
    void anIntervalIsASecondOrMore() {
        refused("every", () -> new IntervalTiming(Duration.ZERO, NOW));
        refused("every", () -> new IntervalTiming(Duration.ofMillis(999), NOW));
        refused("every", () -> new IntervalTiming(Duration.ofSeconds(-1), NOW));
        refused("every", () -> new IntervalTiming(Duration.ofNanos(1_000_000_001), NOW));
        refused("every", () -> new IntervalTiming(Duration.ofDays(4_000), NOW));
        accepted(() -> check.requireFires(new IntervalTiming(Duration.ofSeconds(1), NOW)));
    }

    @Test
    void anUnknownOrInternalTypeIsRefused() {
        refused("job.type", () -> check.requireRunnable(job("nonsense", "{}", null)));
        refused("job.type", () -> check.requireRunnable(job(FunctionHandler.TYPE, "{}", null)));
        accepted(() -> check.requireRunnable(job("public", "{}", null)));
    }

    @Test
    void anUnknownQueueIsRefused() {
        refused("job.queue", () -> check.requireRunnable(job("public", "{}", "nowhere")));
        accepted(() -> check.requireRunnable(job("public", "{}", "report")));
    }

    @Test
    void aPayloadThatTheTypeDoesNotAcceptIsRefused() {
        refused("job.payload", () -> check.requireRunnable(job("public", "42", null)));
        refused("job.payload", () -> check.requireRunnable(job("public", "{", null)));
        refused("job.payload", () -> check.requireRunnable(job("public", "{\"a\":\"\\u0000\"}", null)));
        refused("job.payload", () -> job("public", "\"" + "x".repeat(65_536) + "\"", null));
    }

    @Test
    void aBackfillIsAboutAFewFiresOfThePast() {
        refused("from", () -> check.requireBackfill(MINUTELY, Instant.MIN, NOW));
        refused("to", () -> check.requireBackfill(MINUTELY, NOW, NOW.minusSeconds(1)));
        refused("to", () -> check.requireBackfill(MINUTELY, NOW, NOW.plusSeconds(1)));
        refused("to", () -> check.requireBackfill(MINUTELY, NOW.minus(Duration.ofDays(1)), NOW));
        refused("from", () -> check.requireBackfill(MINUTELY, NOW.minusSeconds(50), NOW.minusSeconds(10)));
        accepted(() -> check.requireBackfill(MINUTELY, NOW.minus(Duration.ofMinutes(999)), NOW));
    }

    private static JobTemplate job(String type, String payload, @Nullable String queue) {
        return new JobTemplate(type, payload, queue, 5, JobTemplate.Attempts.OF_TYPE);
    }

    private static void refused(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RejectedException.class, refusal -> assertThat(
                        refusal.rejection().field())
                .isEqualTo(field));
    }

    private static void accepted(ThrowingCallable call) {
        assertThatCode(call).doesNotThrowAnyException();
    }

    /** A type that anybody may ask for. */
    private static final class PublicHandler implements JobHandler {
        @Override
        public String type() {
            return "public";
        }

        @Override
        public boolean submittable() {
            return true;
        }

        @Override
        public @Nullable String run(RunningJob job) {
            return null;
        }
    }
}
