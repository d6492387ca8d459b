package io.keelson.app.story;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Jobs as a user has them: submitted, watched, cancelled, given up, run again. */
class JobStoryTest {
    private static final String CREATE =
            "mutation($input: CreateJobInput!) { createJob(input: $input) { existing job { id state } } }";
    private static final String CREATE_MANY =
            "mutation($input: CreateJobsInput!) { createJobs(input: $input) { batchId jobIds } }";

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();
    private final JdbcClient jdbc = keelson.context().getBean(JdbcClient.class);

    @Test
    void aJobIsWatchedUntilItGivesItsResult() {
        String id = create(Map.of("text", "ahoy-4711"), Map.of("priority", 9));

        List<JsonNode> seen = client.subscribe(
                "subscription { jobChanged(id: \"%s\") { state progress } }".formatted(id), Duration.ofSeconds(20));

        assertThat(seen.getLast().at("/jobChanged/state").asString()).isEqualTo("COMPLETED");
        assertThat(seen.getLast().at("/jobChanged/progress").asInt()).isEqualTo(100);
        JsonNode job = job(id);
        assertThat(job.at("/result/heard/text").asString()).isEqualTo("ahoy-4711");
        assertThat(job.path("createdBy").asString()).isEqualTo("local-operator");
        assertThat(events(id)).containsExactly("job.submitted");
        assertThat(jdbc.sql("select count(*) from event_store.domain_event where cast(payload as text) like"
                                + " '%ahoy-4711%'")
                        .query(Integer.class)
                        .single())
                .as("payloads in the history")
                .isZero();
    }

    @Test
    void aRunningJobShowsItsProgressAndStopsWhenItIsCancelled() {
        String id = create(Map.of("does", "wait"), Map.of());
        await().atMost(10, SECONDS).until(() -> job(id).path("progress").asInt() == 42);
        await().atMost(5, SECONDS).until(() -> client.data(
                        "{ jobLog(jobId: \"%s\") { edges { node { line } } } }".formatted(id), Map.of())
                .at("/jobLog/edges/0/node/line")
                .asString()
                .equals("waiting"));

        act("cancelJob", id, ", reason: \"too late\"");

        await().atMost(10, SECONDS).until(() -> state(id).equals("CANCELLED"));
        act("cancelJob", id, ", reason: \"too late\"");
        assertThat(events(id)).containsExactly("job.submitted", "job.cancellation-requested");
    }

    @Test
    void aJobThatWasGivenUpIsListedAndRunsAgain() {
        StoryWork.BROKEN.set(true);
        String id = create(Map.of("does", "fail"), Map.of("maxAttempts", 2, "backoff", "PT0.01S"));
        await().atMost(20, SECONDS).until(() -> state(id).equals("FAILED"));
        JsonNode job = job(id);
        assertThat(job.path("error").asString()).contains("the receiver is away");
        assertThat(job.path("stack").asString()).contains("StoryWork");
        assertThat(job.path("attempts").size()).isEqualTo(2);
        assertThat(client.data(
                                "{ jobs(filter: {state: FAILED, type: \"story.work\"}) { totalCount edges { node { id"
                                        + " } } } }",
                                Map.of())
                        .toString())
                .contains(id);

        StoryWork.BROKEN.set(false);
        JsonNode moved = client.data(
                "mutation { redriveJobs(input: {filter: {type: \"story.work\"}, reason: \"mended\"}) { count jobIds"
                        + " more } }",
                Map.of());

        assertThat(moved.at("/redriveJobs/jobIds").toString()).contains(id);
        await().atMost(20, SECONDS).until(() -> state(id).equals("COMPLETED"));
        assertThat(events(id)).containsExactly("job.submitted", "job.retried");
    }

    @Test
    void aWaitingJobIsSuspendedMadeUrgentAndResumed() {
        String id = create(Map.of(), Map.of("delay", "PT1H"));
        act("suspendJob", id, "");
        client.data(
                "mutation { changeJobPriority(input: {jobId: \"%s\", priority: 10}) { job { priority } } }"
                        .formatted(id),
                Map.of());
        assertThat(state(id)).isEqualTo("SUSPENDED");
        act("resumeJob", id, "");
        assertThat(state(id)).isEqualTo("DELAYED");
        act("cancelJob", id, ", reason: \"the story is over\"");
        assertThat(state(id)).isEqualTo("CANCELLED");
    }

    @Test
    void aPausedQueueStartsNothingUntilItIsResumed() {
        client.data(
                "mutation { pauseQueue(input: {queue: \"report\", reason: \"maintenance\"}) { queue { paused } } }",
                Map.of());
        String id = create(Map.of(), Map.of("queue", "report"));
        await().pollDelay(1_500, java.util.concurrent.TimeUnit.MILLISECONDS)
                .atMost(3, SECONDS)
                .until(() -> state(id).equals("PENDING"));

        client.data("mutation { resumeQueue(input: {queue: \"report\"}) { queue { paused } } }", Map.of());

        await().atMost(10, SECONDS).until(() -> state(id).equals("COMPLETED"));
    }

    @Test
    void tenThousandJobsInOneCallAreDoneAndCounted() {
        List<Map<String, Object>> jobs = java.util.stream.IntStream.range(0, 10_000)
                .<Map<String, Object>>mapToObj(
                        number -> Map.of("type", StoryWork.TYPE, "payload", Map.of("text", "n" + number)))
                .toList();

        JsonNode created =
                client.data(CREATE_MANY, Map.of("input", Map.of("jobs", jobs))).path("createJobs");

        assertThat(created.path("jobIds").size()).isEqualTo(10_000);
        await().atMost(60, SECONDS).until(() -> completed() >= 10_000);
        await().atMost(10, SECONDS)
                .until(() -> client.get("/metrics").body().contains("keelson_jobs_completed_total{"));
        assertThat(client.get("/metrics").body())
                .contains("keelson_jobs_depth{")
                .contains("keelson_jobs_wait_seconds");
    }

    @Test
    void aRepeatedRequestWithItsKeyMakesOneJob() {
        Map<String, Object> input = Map.of("input", Map.of("type", StoryWork.TYPE));
        String key = UUID.randomUUID().toString();

        JsonNode first = client.data(CREATE, input, "Idempotency-Key", key);
        JsonNode second = client.data(CREATE, input, "Idempotency-Key", key);

        assertThat(second).isEqualTo(first);
    }

    static Stream<Arguments> badInputs() {
        return Stream.of(
                bad("VALIDATION_ERROR", "JOB_TYPE_UNKNOWN", "type", Map.of("type", "nobody.knows")),
                bad("FORBIDDEN", "JOB_TYPE_NOT_PUBLIC", "type", Map.of("type", "operation-step")),
                bad("VALIDATION_ERROR", "PAYLOAD_NOT_ACCEPTED", "payload.text", Map.of("payload", Map.of("text", 1))),
                bad("VALIDATION_ERROR", "PAYLOAD_NOT_ACCEPTED", "payload.x", Map.of("payload", Map.of("x", 1))),
                bad(
                        "VALIDATION_ERROR",
                        "INVALID_INPUT",
                        "payload",
                        Map.of("payload", Map.of("text", "x".repeat(300_000)))),
                bad(
                        "VALIDATION_ERROR",
                        "INVALID_INPUT",
                        "payload",
                        Map.of("payload", Map.of("text", "x".repeat(10_000_000)))),
                bad("VALIDATION_ERROR", "INVALID_INPUT", "priority", Map.of("priority", 0)),
                bad("VALIDATION_ERROR", "INVALID_INPUT", "priority", Map.of("priority", 11)),
                bad("VALIDATION_ERROR", "INVALID_INPUT", "delay", Map.of("delay", "PT-1S")),
                bad("NOT_FOUND", "JOB_QUEUE_NOT_FOUND", "queue", Map.of("queue", "nowhere")),
                bad("NOT_FOUND", "TENANT_NOT_FOUND", "tenantId", Map.of("tenantId", "tenant:" + UUID.randomUUID())),
                bad(
                        "NOT_FOUND",
                        "INSTANCE_NOT_FOUND",
                        "instanceId",
                        Map.of("instanceId", "instance:" + UUID.randomUUID())));
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void whatIsWrongIsRefusedByNameAlsoInABatch(String code, String reason, String field, Map<String, Object> wrong) {
        Map<String, Object> input = new HashMap<>(Map.of("type", StoryWork.TYPE));
        input.putAll(wrong);
        int before = jobs();

        JsonNode single = client.error(CREATE, Map.of("input", input));
        JsonNode batch = client.error(
                CREATE_MANY, Map.of("input", Map.of("jobs", List.of(Map.of("type", StoryWork.TYPE), input))));

        assertThat(single.at("/extensions/code").asString()).isEqualTo(code);
        assertThat(single.at("/extensions/details/reason").asString()).isEqualTo(reason);
        assertThat(single.at("/extensions/details/field").asString()).isEqualTo(field);
        assertThat(batch.at("/extensions/details/reason").asString()).isEqualTo(reason);
        assertThat(batch.at("/extensions/details/field").asString()).isEqualTo("jobs[1]." + field);
        assertThat(jobs()).as("jobs of a refused batch").isEqualTo(before);
    }

    private static Arguments bad(String code, String reason, String field, Map<String, Object> wrong) {
        return Arguments.of(code, reason, field, wrong);
    }

    private String create(Map<String, Object> payload, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(Map.of("type", StoryWork.TYPE, "payload", payload));
        input.putAll(more);
        return client.data(CREATE, Map.of("input", input))
                .at("/createJob/job/id")
                .asString();
    }

    private void act(String mutation, String id, String more) {
        client.data("mutation { %s(input: {jobId: \"%s\"%s}) { job { id } } }".formatted(mutation, id, more), Map.of());
    }

    private JsonNode job(String id) {
        return client.data(
                        "query($id: ID!) { job(id: $id) { id state progress message result error stack createdBy"
                                + " attempts { attempt outcome error } } }",
                        Map.of("id", id))
                .path("job");
    }

    private String state(String id) {
        return job(id).path("state").asString();
    }

    private int jobs() {
        return jdbc.sql("select count(*) from jobs.platform_job where type = ?")
                .param(StoryWork.TYPE)
                .query(Integer.class)
                .single();
    }

    private double completed() {
        return client.data("{ jobStatistics { flows { type completed } } }", Map.of())
                .at("/jobStatistics/flows")
                .valueStream()
                .filter(flow -> flow.path("type").asString().equals(StoryWork.TYPE))
                .mapToDouble(flow -> flow.path("completed").asDouble())
                .sum();
    }

    private List<String> events(String id) {
        return jdbc.sql("select payload_type from event_store.domain_event where aggregate_identifier = ?"
                        + " order by sequence_number")
                .param(id)
                .query(String.class)
                .list();
    }
}
