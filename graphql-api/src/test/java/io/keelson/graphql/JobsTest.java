package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.job.DeadJobFilter;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobOwnership;
import io.keelson.api.job.JobPriority;
import io.keelson.api.job.JobSpec;
import io.keelson.api.job.JobState;
import io.keelson.api.job.JobTiming;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.RetryRule;
import io.keelson.api.job.UniqueConflict;
import io.keelson.api.job.UniqueRule;
import io.keelson.api.job.UniqueScope;
import io.keelson.api.job.command.RedriveJobs;
import io.keelson.api.job.command.SubmitJob;
import io.keelson.api.job.command.SubmitJobs;
import io.keelson.api.job.query.CountJobs;
import io.keelson.fixture.JobFixtures;
import io.keelson.fixture.TenantFixtures;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobsTest {
    private static final String CREATE = "mutation($input: CreateJobInput!) { createJob(input: $input) { existing job"
            + " { id state priority payload result attempts { attempt error } position timeout } } }";
    private static final String CREATE_MANY =
            "mutation($input: CreateJobsInput!) { createJobs(input: $input)" + " { batchId jobIds existingIds } }";

    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aJobIsSubmittedAsItWasDescribed() {
        TestApi.Reply reply = api.ask(
                        CREATE,
                        Map.of(
                                "input",
                                Map.of(
                                        "type",
                                        "http.request",
                                        "payload",
                                        Map.of("url", "https://example.com", "n", 1),
                                        "priority",
                                        9,
                                        "queue",
                                        "webhook",
                                        "delay",
                                        "PT5S",
                                        "maxAttempts",
                                        3,
                                        "timeout",
                                        "PT30S",
                                        "uniqueness",
                                        Map.of("key", "k-1"),
                                        "serialKey",
                                        "shop-1",
                                        "tenantId",
                                        TenantFixtures.TENANT_ID.toString())))
                .withoutErrors();

        JobSpec spec = api.jobs.last(SubmitJob.class).job();
        assertThat(spec.payload()).contains("\"url\":\"https://example.com\"").contains("\"n\":1");
        assertThat(spec.priority()).isEqualTo(new JobPriority(9));
        assertThat(spec.queue()).isEqualTo(new QueueName("webhook"));
        assertThat(spec.timing()).isEqualTo(new JobTiming(Duration.ofSeconds(5), null));
        assertThat(spec.retries()).isEqualTo(new RetryRule(3, null, Duration.ofSeconds(30)));
        assertThat(spec.uniqueness())
                .isEqualTo(new UniqueRule("k-1", UniqueScope.UNFINISHED, null, UniqueConflict.KEEP));
        assertThat(spec.owner()).isEqualTo(new JobOwnership(TenantFixtures.TENANT_ID, null));
        assertThat(reply.<Boolean>at("$.data.createJob.existing")).isFalse();
        assertThat(reply.<Integer>at("$.data.createJob.job.result.status")).isEqualTo(200);
        assertThat(reply.<String>at("$.data.createJob.job.attempts[0].error")).isEqualTo("no answer");
        assertThat(reply.<String>at("$.data.createJob.job.timeout")).isEqualTo("PT1M");
    }

    static Stream<Arguments> badInputs() {
        return Stream.of(
                Arguments.of(Map.of("type", "x", "priority", 0), "priority"),
                Arguments.of(Map.of("type", "x", "priority", 11), "priority"),
                Arguments.of(Map.of("type", "x", "delay", "PT-1S"), "delay"),
                Arguments.of(Map.of("type", "x", "delay", "PT1S", "runAt", "2026-03-01T12:00:00Z"), "runAt"),
                Arguments.of(Map.of("type", "x", "runAt", "+99999-01-01T00:00:00Z"), "runAt"),
                Arguments.of(Map.of("type", "x", "payload", "x".repeat(300_000)), "payload"),
                Arguments.of(Map.of("type", "x", "payload", "x".repeat(10_000_000)), "payload"),
                Arguments.of(Map.of("type", "no such type!"), "type"),
                Arguments.of(Map.of("type", ""), "type"),
                Arguments.of(Map.of("type", "x", "queue", "No Queue"), "queue"),
                Arguments.of(Map.of("type", "x", "maxAttempts", 0), "maxAttempts"),
                Arguments.of(Map.of("type", "x", "maxAttempts", 101), "maxAttempts"),
                Arguments.of(Map.of("type", "x", "backoff", "PT16M"), "backoff"),
                Arguments.of(Map.of("type", "x", "timeout", "PT0S"), "timeout"),
                Arguments.of(Map.of("type", "x", "timeout", "PT25H"), "timeout"),
                Arguments.of(Map.of("type", "x", "tenantId", "tenant:1"), "tenantId"),
                Arguments.of(Map.of("type", "x", "instanceId", "nonsense"), "instanceId"),
                Arguments.of(Map.of("type", "x", "serialKey", "k".repeat(201)), "serialKey"),
                Arguments.of(Map.of("type", "x", "uniqueness", Map.of("key", " ")), "uniqueness.key"),
                Arguments.of(
                        Map.of("type", "x", "uniqueness", Map.of("key", "k", "scope", "PERIOD")), "uniqueness.period"),
                Arguments.of(
                        Map.of("type", "x", "uniqueness", Map.of("key", "k", "period", "PT1H")), "uniqueness.period"),
                Arguments.of(
                        Map.of("type", "x", "uniqueness", Map.of("key", "k", "onConflict", "AFTER_CURRENT")),
                        "uniqueness.scope"));
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void badInputIsRefusedAndItsFieldNamed(Map<String, Object> input, String field) {
        TestApi.Reply reply = api.ask(CREATE, Map.of("input", input));

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo(field);
        assertThat(reply.<String>at("$.errors[0].message")).hasSizeLessThan(500);
        assertThat(api.jobs.messages).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void inABatchItsPlaceIsNamedToo(Map<String, Object> input, String field) {
        TestApi.Reply reply = api.ask(
                CREATE_MANY, Map.of("input", Map.of("jobs", List.of(Map.of("type", "a"), Map.of("type", "b"), input))));

        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("jobs[2]." + field);
        assertThat(api.jobs.messages).isEmpty();
    }

    @Test
    void aVariableOfTheWrongKindIsNamedByItsPlace() {
        TestApi.Reply reply = api.ask(
                CREATE_MANY,
                Map.of("input", Map.of("jobs", List.of(Map.of("type", "a"), Map.of("type", "b", "priority", "high")))));

        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("jobs[1].priority");
    }

    @Test
    void tenThousandJobsAreOneCommandAndQuick() {
        List<Map<String, Object>> jobs = IntStream.range(0, 10_000)
                .<Map<String, Object>>mapToObj(
                        number -> Map.of("type", "http.request", "payload", Map.of("number", number)))
                .toList();

        long begun = System.nanoTime();
        TestApi.Reply reply =
                api.ask(CREATE_MANY, Map.of("input", Map.of("jobs", jobs))).withoutErrors();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        assertThat(reply.<List<String>>at("$.data.createJobs.jobIds")).hasSize(10_000);
        assertThat(api.jobs.last(SubmitJobs.class).jobs().get(17).payload()).isEqualTo("{\"number\":17}");
    }

    @Test
    void tenThousandAndOneAreRefused() {
        List<Map<String, Object>> jobs = Collections.nCopies(10_001, Map.of("type", "a"));

        TestApi.Reply reply = api.ask(CREATE_MANY, Map.of("input", Map.of("jobs", jobs)));

        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("jobs");
    }

    @Test
    void anActCarriesItsReasonAndAnswersTheJob() {
        JobId id = JobFixtures.JOB_ID;
        api.jobs.jobs.put(id, FakeJobs.view(id, JobState.ACTIVE, "{}"));

        TestApi.Reply reply = api.ask(
                        "mutation { cancelJob(input: {jobId: \"%s\", reason: \"too late\"}) { job { state } } }"
                                .formatted(id))
                .withoutErrors();

        assertThat(reply.<String>at("$.data.cancelJob.job.state")).isEqualTo("CANCELLED");
        assertThat(api.jobs.metadata).last().satisfies(context -> assertThat(context)
                .containsEntry(RequestContext.REASON, "too late"));
    }

    @Test
    void anUnknownJobIsNotFound() {
        TestApi.Reply reply = api.ask("mutation { cancelJob(input: {jobId: \"%s\", reason: \"r\"}) { job { id } } }"
                .formatted(JobFixtures.JOB_ID));

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("NOT_FOUND");
        assertThat(reply.<String>at("$.errors[0].extensions.details.reason")).isEqualTo("JOB_NOT_FOUND");
        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("jobId");
    }

    @Test
    void manyAreMovedByAFilter() {
        TestApi.Reply reply = api.ask("mutation { redriveJobs(input: {filter: {type: \"http.request\", ids: [\"%s\"]},"
                                .formatted(JobFixtures.JOB_ID)
                        + " reason: \"the receiver is back\"}) { count jobIds more } }")
                .withoutErrors();

        assertThat(api.jobs.last(RedriveJobs.class).filter())
                .isEqualTo(new DeadJobFilter(List.of(JobFixtures.JOB_ID), JobFixtures.TYPE, null, null, null));
        assertThat(reply.<Integer>at("$.data.redriveJobs.count")).isEqualTo(1);
        assertThat(reply.<Boolean>at("$.data.redriveJobs.more")).isTrue();
    }

    @Test
    void aQueueIsPausedWithAReason() {
        TestApi.Reply reply = api.ask(
                        "mutation { pauseQueue(input: {queue: \"default\", reason: \"maintenance\"}) { queue { paused"
                                + " } } }")
                .withoutErrors();

        assertThat(reply.<Boolean>at("$.data.pauseQueue.queue.paused")).isTrue();
    }

    @Test
    void aListAsksOncePerFieldAndNotOncePerJob() {
        for (int number = 0; number < 20; number++) {
            JobId id = new JobId(UUID.randomUUID());
            api.jobs.jobs.put(id, FakeJobs.view(id, JobState.PENDING, "{}"));
        }

        TestApi.Reply reply = api.ask("{ jobs(first: 20, filter: {state: PENDING, queue: \"default\"}) { totalCount"
                        + " edges { node { id payload result attempts { attempt } position } } } }")
                .withoutErrors();

        assertThat(reply.<List<String>>at("$.data.jobs.edges[*].node.id")).hasSize(20);
        assertThat(reply.<List<Integer>>at("$.data.jobs.edges[*].node.position"))
                .containsOnly(7);
        // The list, its count, payload, result, attempts and position.
        assertThat(api.jobs.messages).hasSize(6);
    }

    @Test
    void nothingIsCountedUnlessAsked() {
        api.ask("{ jobs { edges { node { id } } pageInfo { hasNextPage } } }").withoutErrors();

        assertThat(api.jobs.asked(CountJobs.class)).isZero();
    }

    @Test
    void logAndTypesAndQueuesCanBeRead() {
        TestApi.Reply reply = api.ask("{ jobLog(jobId: \"%s\") { totalCount edges { cursor node { line number } } }"
                                .formatted(JobFixtures.JOB_ID)
                        + " jobTypes { name submittable payloadSchema timeout } jobQueues { name concurrency } }")
                .withoutErrors();

        assertThat(reply.<String>at("$.data.jobLog.edges[0].node.line")).isEqualTo("hello");
        assertThat(reply.<String>at("$.data.jobTypes[0].payloadSchema.type")).isEqualTo("object");
        assertThat(reply.<String>at("$.data.jobQueues[0].name")).isEqualTo("default");
    }

    @Test
    void statisticsGiveRatesPerMinute() {
        TestApi.Reply reply = api.ask("{ jobStatistics(period: \"PT1H\") { depths { queue type state count }"
                        + " flows { enqueued enqueuedPerMinute completedPerMinute failedPerMinute }"
                        + " wait { count p50 p95 p99 } run { count p99 } oldestWaitingSince } }")
                .withoutErrors();

        assertThat(reply.<Double>at("$.data.jobStatistics.flows[0].enqueuedPerMinute"))
                .isEqualTo(2.0);
        assertThat(reply.<Double>at("$.data.jobStatistics.flows[0].failedPerMinute"))
                .isEqualTo(0.1);
        assertThat(reply.<String>at("$.data.jobStatistics.wait.p95")).isEqualTo("PT0.008S");
        assertThat(reply.<Object>at("$.data.jobStatistics.run.p99")).isNull();
    }

    @Test
    void aPeriodOutOfRangeIsRefused() {
        TestApi.Reply reply = api.ask("{ jobStatistics(period: \"P8D\") { countedAt } }");

        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("period");
    }
}
