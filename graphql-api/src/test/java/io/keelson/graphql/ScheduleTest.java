package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.schedule.CatchUpMode;
import io.keelson.api.schedule.CronTiming;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.JobTemplate;
import io.keelson.api.schedule.OneTimeTiming;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.RunRules;
import io.keelson.api.schedule.ScheduleOwner;
import io.keelson.api.schedule.command.BackfillSchedule;
import io.keelson.api.schedule.command.CreateSchedule;
import io.keelson.api.schedule.command.RunScheduleNow;
import io.keelson.api.schedule.query.GetLastRuns;
import io.keelson.api.schedule.query.PreviewFires;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aScheduleIsCreatedAsItIsDescribed() {
        TestApi.Reply reply = create("""
                name: "Nightly report", description: "Sums up",
                timing: { cron: "30  2 * * MON-FRI", zone: "Europe/Berlin" },
                job: { type: "report.csv", payload: { query: "instances", rows: [1, null] }, queue: "report",
                       priority: 7, maxAttempts: 3, timeout: "PT5M", backoff: "PT10S" },
                overlap: BUFFER_ONE, catchUpWindow: "PT1H", catchUpMode: ALL, jitter: "PT30S", pauseAfterFailures: 4,
                enabled: false""").withoutErrors();

        CreateSchedule command = command(CreateSchedule.class);
        assertThat(command.enabled()).isFalse();
        assertThat(command.owner()).isEqualTo(ScheduleOwner.PLATFORM);
        assertThat(command.definition().timing()).isEqualTo(new CronTiming("30 2 * * MON-FRI", "Europe/Berlin"));
        assertThat(command.definition().job())
                .isEqualTo(new JobTemplate(
                        "report.csv",
                        "{\"query\":\"instances\",\"rows\":[1,null]}",
                        "report",
                        7,
                        new JobTemplate.Attempts(3, Duration.ofMinutes(5), Duration.ofSeconds(10))));
        assertThat(command.definition().rules())
                .isEqualTo(new RunRules(
                        OverlapPolicy.BUFFER_ONE, Duration.ofHours(1), CatchUpMode.ALL, Duration.ofSeconds(30), 4));
        assertThat(reply.<String>at("$.data.createSchedule.schedule.state")).isEqualTo("DISABLED");
        assertThat(reply.<String>at("$.data.createSchedule.schedule.timing.cron"))
                .isEqualTo("30 2 * * MON-FRI");
        assertThat(reply.<Map<String, Object>>at("$.data.createSchedule.schedule.job.payload"))
                .containsEntry("query", "instances");
        assertThat(reply.<String>at("$.data.createSchedule.schedule.catchUpWindow"))
                .isEqualTo("PT1H");
    }

    @Test
    void whatIsLeftOutTakesItsDefault() {
        create("name: \"Ping\", timing: { every: \"PT15M\" }, job: { type: \"http.request\" }")
                .withoutErrors();

        CreateSchedule command = command(CreateSchedule.class);
        assertThat(command.enabled()).isTrue();
        assertThat(command.definition().description()).isEmpty();
        assertThat(command.definition().timing())
                .isEqualTo(new IntervalTiming(Duration.ofMinutes(15), IntervalTiming.DEFAULT_ANCHOR));
        assertThat(command.definition().job())
                .isEqualTo(new JobTemplate("http.request", "{}", null, 5, JobTemplate.Attempts.OF_TYPE));
        assertThat(command.definition().rules()).isEqualTo(RunRules.DEFAULT);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "timing | timing: { }, job: { type: \"x\" }",
                "timing | timing: { cron: \"* * * * *\", every: \"PT1M\" }, job: { type: \"x\" }",
                "zone | timing: { every: \"PT1M\", zone: \"UTC\" }, job: { type: \"x\" }",
                "anchor | timing: { cron: \"* * * * *\", anchor: \"2026-01-01T00:00:00Z\" }, job: { type: \"x\" }",
                "cron | timing: { cron: \"@daily\" }, job: { type: \"x\" }",
                "cron | timing: { cron: \"\" }, job: { type: \"x\" }",
                "zone | timing: { cron: \"* * * * *\", zone: \"Mars/Base\" }, job: { type: \"x\" }",
                "every | timing: { every: \"PT0S\" }, job: { type: \"x\" }",
                "job.type | timing: { every: \"PT1M\" }, job: { type: \"no type\" }",
                "job.priority | timing: { every: \"PT1M\" }, job: { type: \"x\", priority: 11 }",
                "job.priority | timing: { every: \"PT1M\" }, job: { type: \"x\", priority: 0 }",
                "job.queue | timing: { every: \"PT1M\" }, job: { type: \"x\", queue: \"No queue\" }",
                "job.maxAttempts | timing: { every: \"PT1M\" }, job: { type: \"x\", maxAttempts: 0 }",
                "job.timeout | timing: { every: \"PT1M\" }, job: { type: \"x\", timeout: \"P2D\" }",
                "job.backoff | timing: { every: \"PT1M\" }, job: { type: \"x\", backoff: \"-PT1S\" }",
                "catchUpWindow | timing: { every: \"PT1M\" }, job: { type: \"x\" }, catchUpWindow: \"PT1S\"",
                "jitter | timing: { every: \"PT1M\" }, job: { type: \"x\" }, jitter: \"-PT1S\"",
                "pauseAfterFailures | timing: { every: \"PT1M\" }, job: { type: \"x\" }, pauseAfterFailures: -1",
                "tenantId | timing: { every: \"PT1M\" }, job: { type: \"x\" }, tenantId: \"partner:1\"",
                "instanceId | timing: { every: \"PT1M\" }, job: { type: \"x\" },"
                        + " instanceId: \"instance:00000000-0000-4000-8000-000000000099\"",
            })
    void badInputIsRefusedAndNamesTheField(String field, String input) {
        TestApi.Reply reply = create("name: \"Ping\", " + input);

        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo(field);
        assertThat(api.schedules.commands).isEmpty();
    }

    @Test
    void aChangeLeavesTheRestAsItWas() {
        String id = created();

        TestApi.Reply reply = api.ask("""
                mutation($id: ID!) {
                  changeSchedule(input: { scheduleId: $id, timing: { at: "2027-01-01T00:00:00Z" }, jitter: "PT1S" }) {
                    schedule { name timing { at cron } jitter overlap }
                  }
                }""", Map.of("id", id)).withoutErrors();

        assertThat(reply.<String>at("$.data.changeSchedule.schedule.name")).isEqualTo("Ping");
        assertThat(reply.<String>at("$.data.changeSchedule.schedule.jitter")).isEqualTo("PT1S");
        assertThat(reply.<String>at("$.data.changeSchedule.schedule.overlap")).isEqualTo("SKIP");
        assertThat(api.schedules
                        .schedules
                        .values()
                        .iterator()
                        .next()
                        .definition()
                        .timing())
                .isEqualTo(new OneTimeTiming(Instant.parse("2027-01-01T00:00:00Z")));
    }

    @Test
    void itIsSwitchedRunMadeUpForAndDeleted() {
        String id = created();

        TestApi.Reply reply = api.ask("""
                mutation($id: ID!) {
                  off: disableSchedule(input: { scheduleId: $id, reason: "Moves" }) { schedule { state } }
                  on: enableSchedule(input: { scheduleId: $id }) { schedule { state } }
                  run: runScheduleNow(input: { scheduleId: $id }) { schedule { lastRun { jobId state kind } } }
                  backfill: backfillSchedule(input: {
                    scheduleId: $id, from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z", reason: "Lost" }) {
                    schedule { id }
                  }
                  gone: deleteSchedule(input: { scheduleId: $id, reason: "Done" }) { schedule { state } }
                }""", Map.of("id", id)).withoutErrors();

        assertThat(reply.<String>at("$.data.off.schedule.state")).isEqualTo("DISABLED");
        assertThat(reply.<String>at("$.data.on.schedule.state")).isEqualTo("ENABLED");
        assertThat(reply.<String>at("$.data.run.schedule.lastRun.jobId")).isEqualTo("job:" + FakeSchedules.JOB);
        assertThat(reply.<String>at("$.data.gone.schedule.state")).isEqualTo("DELETED");
        assertThat(command(RunScheduleNow.class).runId()).isNotNull();
        assertThat(command(BackfillSchedule.class).to()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(api.schedules.metadata)
                .extracting(context -> context.get(RequestContext.REASON))
                .contains("Moves", "Lost", "Done");
    }

    @Test
    void aListAsksForTheLastRunsOfAllAtOnce() {
        created();
        created();
        created();

        TestApi.Reply reply = api.ask("""
                {
                  schedules(first: 10, filter: { state: ENABLED, nameContains: "p" }) {
                    totalCount
                    edges { cursor node { id name nextRuns(first: 2) lastRun { scheduledFor until fires finishedAt } } }
                  }
                }""").withoutErrors();

        assertThat(reply.<List<Object>>at("$.data.schedules.edges")).hasSize(3);
        assertThat(reply.<List<Object>>at("$.data.schedules.edges[0].node.nextRuns"))
                .hasSize(2);
        assertThat(api.schedules.queries)
                .filteredOn(GetLastRuns.class::isInstance)
                .hasSize(1);
    }

    @Test
    void theHistoryIsAConnection() {
        TestApi.Reply reply = api.ask("""
                query($id: ID!) {
                  scheduleRuns(scheduleId: $id, first: 5) { totalCount edges { node { kind state jobId recordedAt } } }
                }""", Map.of("id", created())).withoutErrors();

        assertThat(reply.<String>at("$.data.scheduleRuns.edges[0].node.kind")).isEqualTo("SCHEDULED");
    }

    @Test
    void aLineIsPreviewedBeforeItIsSaved() {
        TestApi.Reply reply = api.ask("""
                { previewSchedule(timing: { cron: "0 9 * * *", zone: "Asia/Tokyo" }, first: 3) }""").withoutErrors();

        assertThat(reply.<List<String>>at("$.data.previewSchedule"))
                .containsExactly("2026-03-01T12:00:00Z", "2026-03-01T12:01:00Z", "2026-03-01T12:02:00Z");
        assertThat(api.schedules.queries)
                .containsExactly(new PreviewFires(new CronTiming("0 9 * * *", "Asia/Tokyo"), 3));
    }

    @Test
    void aPreviewIsShort() {
        TestApi.Reply reply = api.ask("{ previewSchedule(timing: { every: \"PT1S\" }, first: 101) }");

        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("first");
    }

    private String created() {
        return create("name: \"Ping\", timing: { every: \"PT15M\" }, job: { type: \"http.request\" }")
                .withoutErrors()
                .at("$.data.createSchedule.schedule.id");
    }

    private TestApi.Reply create(String input) {
        return api.ask("""
                mutation {
                  createSchedule(input: { %s }) {
                    schedule {
                      id state catchUpWindow timing { cron zone every anchor at }
                      job { type payload queue priority maxAttempts timeout backoff }
                    }
                  }
                }""".formatted(input));
    }

    private <C> C command(Class<C> type) {
        return api.schedules.commands.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
