package io.keelson.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.JobTemplate;
import io.keelson.api.schedule.OneTimeTiming;
import io.keelson.api.schedule.RunKind;
import io.keelson.api.schedule.RunRules;
import io.keelson.api.schedule.RunState;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleState;
import io.keelson.api.schedule.Timing;
import io.keelson.api.schedule.query.ScheduleRunView;
import io.keelson.fixture.ScheduleFixtures;
import io.keelson.fixture.TenantFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiringTest {
    private static final Timing MINUTELY = new IntervalTiming(Duration.ofMinutes(1), Instant.EPOCH);

    private final ScheduleWorld world = new ScheduleWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aScheduleFiresAtItsTimeAndNotBefore() {
        ScheduleId id = world.create(ScheduleFixtures.simple(MINUTELY));

        assertThat(world.fireAt(Duration.ofSeconds(59))).isEqualTo(Duration.ofSeconds(1));
        assertThat(world.jobs(id)).isEmpty();

        assertThat(world.fireAt(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(60));
        assertThat(world.jobs(id)).containsExactly(60L);
        world.fireAt(Duration.ofSeconds(61));
        assertThat(world.jobs(id)).containsExactly(60L);
        assertThat(world.view(id).lastRunAt()).isEqualTo(ScheduleWorld.START.plusSeconds(60));
        assertThat(world.view(id).nextRunAt()).isEqualTo(ScheduleWorld.START.plusSeconds(120));
    }

    @Test
    void theJobIsWhatTheTemplateSays() {
        ScheduleId id = world.create(ScheduleFixtures.simple(MINUTELY));

        world.fireAt(Duration.ofSeconds(60));

        Map<String, Object> job = world.database
                .jdbc()
                .sql("select type, payload::text, queue, priority, max_attempts, timeout_ms, backoff_ms, tenant_id,"
                        + " created_by, schedule_id, unique_key from jobs.platform_job")
                .query()
                .singleRow();
        assertThat(job)
                .containsEntry("type", "test")
                .containsEntry("payload", "{\"page\": 1}")
                .containsEntry("queue", "default")
                .containsEntry("priority", 5)
                .containsEntry("max_attempts", 3)
                .containsEntry("timeout_ms", 300_000)
                .containsEntry("backoff_ms", 10_000)
                .containsEntry("tenant_id", TenantFixtures.TENANT_ID.value())
                .containsEntry("created_by", "local-operator")
                .containsEntry("schedule_id", id.value())
                .containsEntry("unique_key", "schedule:%s:2026-03-01T12:01:00Z".formatted(id.value()));
    }

    @Test
    void whatATemplateDoesNotSayComesFromTheType() {
        JobTemplate template = new JobTemplate("test", "[]", null, 5, JobTemplate.Attempts.OF_TYPE);
        world.create(new ScheduleDefinition(ScheduleFixtures.NAME, "", MINUTELY, template, RunRules.DEFAULT));

        world.fireAt(Duration.ofSeconds(60));

        assertThat(world.database
                        .jdbc()
                        .sql("select queue, max_attempts, timeout_ms from jobs.platform_job")
                        .query()
                        .singleRow())
                .containsEntry("queue", "default")
                .containsEntry("max_attempts", 10)
                .containsEntry("timeout_ms", 60_000);
    }

    @Test
    void aOneTimeScheduleFiresOnceAndIsCompleted() {
        ScheduleId id =
                world.create(ScheduleFixtures.simple(new OneTimeTiming(ScheduleWorld.START.plusMillis(90_500))));

        world.fireAt(Duration.ofSeconds(91));
        world.fireAt(Duration.ofSeconds(200));

        assertThat(world.runs(id)).hasSize(1);
        assertThat(world.view(id).state()).isEqualTo(ScheduleState.COMPLETED);
        assertThat(world.view(id).nextRunAt()).isNull();
    }

    @Test
    void jitterDelaysTheFireButNotItsName() {
        RunRules rules = new RunRules(
                RunRules.DEFAULT.overlap(),
                RunRules.DEFAULT.catchUpWindow(),
                RunRules.DEFAULT.catchUpMode(),
                Duration.ofSeconds(30),
                0);
        List<ScheduleId> ids = Stream.generate(() -> world.create(
                        new ScheduleDefinition(ScheduleFixtures.NAME, "", MINUTELY, ScheduleFixtures.JOB, rules)))
                .limit(50)
                .toList();

        world.fireAt(Duration.ofSeconds(60));
        int atOnce = world.database.countOf("jobs.platform_job");
        world.fireAt(Duration.ofSeconds(75));
        int halfWay = world.database.countOf("jobs.platform_job");
        world.fireAt(Duration.ofSeconds(90));

        assertThat(atOnce).isLessThan(10);
        assertThat(halfWay).isBetween(10, 40);
        assertThat(ids).allSatisfy(id -> assertThat(world.jobs(id)).containsExactly(60L));
    }

    @Test
    void theHistoryFollowsTheJob() {
        ScheduleId id = world.create(ScheduleFixtures.simple(MINUTELY));
        world.fireAt(Duration.ofSeconds(60));

        ScheduleRunView waiting = world.runs(id).getFirst();
        world.end(id, 3);
        ScheduleRunView ended = world.runs(id).getFirst();

        assertThat(waiting.state()).isEqualTo(RunState.PENDING);
        assertThat(waiting.kind()).isEqualTo(RunKind.SCHEDULED);
        assertThat(waiting.scheduledFor()).isEqualTo(ScheduleWorld.START.plusSeconds(60));
        assertThat(waiting.jobId()).isNotNull();
        assertThat(ended.state()).isEqualTo(RunState.COMPLETED);
        assertThat(ended.finishedAt()).isNotNull();
    }
}
