package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ScheduleStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();

    @Test
    void aScheduleFiresIsRunByHandChangedAndDeleted() {
        String id = create("Every second", "PT1S", Map.of(), 0);
        await().atMost(PATIENCE).until(() -> state(id, "lastRun", "state").equals("COMPLETED"));

        assertThat(act("disableSchedule", id, "The story pauses").path("state").asString())
                .isEqualTo("DISABLED");
        JsonNode run = act("runScheduleNow", id, null);
        assertThat(run.at("/lastRun/kind").asString()).isEqualTo("RUN_NOW");
        assertThat(run.at("/lastRun/job/id")).isEqualTo(run.at("/lastRun/jobId"));
        assertThat(run.at("/lastRun/job/type").asString()).isEqualTo(StoryJobs.TYPE);
        await().atMost(PATIENCE).until(() -> state(id, "lastRun", "state").equals("COMPLETED"));

        JsonNode changed = client.data("""
                        mutation($id: ID!) {
                          changeSchedule(input: { scheduleId: $id, timing: { cron: "0 3 * * *", zone: "Europe/Berlin" } }) {
                            schedule { state nextRunAt timing { cron every } }
                          }
                        }""", Map.of("id", id)).at("/changeSchedule/schedule");
        assertThat(changed.at("/timing/cron").asString()).isEqualTo("0 3 * * *");
        assertThat(changed.path("nextRunAt").isNull()).isTrue();
        assertThat(act("enableSchedule", id, null).path("nextRunAt").isNull()).isFalse();
        assertThat(act("deleteSchedule", id, "The story is over").path("state").asString())
                .isEqualTo("DELETED");
        assertThat(events(id))
                .containsExactly(
                        "schedule.created",
                        "schedule.disabled",
                        "schedule.run-requested",
                        "schedule.changed",
                        "schedule.enabled",
                        "schedule.deleted");
    }

    @Test
    void aScheduleWhoseRunsFailSwitchesItselfOffAndTheAuditSaysWhy() {
        String id = create("Failing", "PT1S", Map.of("fail", true), 2);

        await().atMost(PATIENCE).until(() -> state(id, "state").equals("PAUSED"));

        assertThat(events(id)).containsExactly("schedule.created", "schedule.paused");
        assertThat(keelson.context()
                        .getBean(JdbcClient.class)
                        .sql("select meta_data from event_store.domain_event where aggregate_identifier = ?"
                                + " order by sequence_number desc limit 1")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains("runs in a row failed", "\"keelson\"");
    }

    @Test
    void aPayloadThatTheTypeDoesNotAcceptIsRefusedAndNamesTheField() {
        JsonNode error = client.error(CREATE, input("Wrong", "PT1S", Map.of("fail", "perhaps"), 0));

        assertThat(error.at("/extensions/details/field").asString()).isEqualTo("job.payload.fail");
    }

    @Test
    void aTypeThatSchedulesMayNotMakeIsRefused() {
        JsonNode error = client.error("""
                mutation {
                  createSchedule(input: {
                    name: "Step", timing: { every: "PT1M" }, job: { type: "operation-step" } }) { schedule { id } }
                }""", Map.of());

        assertThat(error.at("/extensions/details/field").asString()).isEqualTo("job.type");
    }

    @Test
    void aLineIsPreviewedOverANightInWhichTheClocksChange() {
        JsonNode preview = client.data(
                        "{ previewSchedule(timing: { cron: \"30 2 29 3 *\", zone: \"Europe/Berlin\" }, first: 2) }",
                        Map.of())
                .path("previewSchedule");

        assertThat(preview).hasSize(2);
    }

    private static final String CREATE = """
            mutation($input: CreateScheduleInput!) { createSchedule(input: $input) { schedule { id state } } }""";

    private String create(String name, String every, Map<String, ?> payload, int pauseAfter) {
        JsonNode schedule =
                client.data(CREATE, input(name, every, payload, pauseAfter)).at("/createSchedule/schedule");
        assertThat(schedule.path("state").asString()).isEqualTo("ENABLED");
        return schedule.path("id").asString();
    }

    private static Map<String, ?> input(String name, String every, Map<String, ?> payload, int pauseAfter) {
        return Map.of(
                "input",
                Map.of(
                        "name",
                        name,
                        "timing",
                        Map.of("every", every),
                        "job",
                        Map.of("type", StoryJobs.TYPE, "payload", payload, "maxAttempts", 1),
                        "pauseAfterFailures",
                        pauseAfter));
    }

    private JsonNode act(String mutation, String id, String reason) {
        String inputType = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        Map<String, ?> input = reason == null ? Map.of("scheduleId", id) : Map.of("scheduleId", id, "reason", reason);
        return client.data("""
                        mutation($input: %s) {
                          %s(input: $input) { schedule { state nextRunAt lastRun { kind state jobId job { id type } } } }
                        }""".formatted(inputType, mutation), Map.of("input", input))
                .path(mutation)
                .path("schedule");
    }

    private String state(String id, String... path) {
        JsonNode node = client.data("""
                query($id: ID!) { schedule(id: $id) { state failures lastRun { kind state } } }""", Map.of("id", id)).path("schedule");
        for (String name : path) {
            node = node.path(name);
        }
        return node.asString("");
    }

    private List<String> events(String id) {
        return keelson.context()
                .getBean(JdbcClient.class)
                .sql("select payload_type from event_store.domain_event where aggregate_identifier = ?"
                        + " order by sequence_number")
                .param(id)
                .query(String.class)
                .list();
    }
}
