package io.keelson.job.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobOwnership;
import io.keelson.api.job.JobPriority;
import io.keelson.api.job.JobSpec;
import io.keelson.api.job.JobSubmission;
import io.keelson.api.job.JobTiming;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.RetryRule;
import io.keelson.api.job.UniqueConflict;
import io.keelson.api.job.UniqueRule;
import io.keelson.api.job.UniqueScope;
import io.keelson.api.job.command.SubmitJob;
import io.keelson.api.job.event.JobSubmitted;
import io.keelson.api.tenant.TenantId;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.JobFixtures;
import io.keelson.fixture.TenantFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubmitJobTest {
    private final DeskWorld world = new DeskWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theRowAndItsEventSayWhatWasSubmittedAndByWhom() {
        JobSpec spec = new JobSpec(
                new JobType(DeskWorld.OPEN),
                "{\"to\": \"a\"}",
                new JobPriority(9),
                new QueueName("webhook"),
                new JobTiming(Duration.ofMinutes(1), null),
                new RetryRule(3, Duration.ofSeconds(2), Duration.ofSeconds(30)),
                new UniqueRule("k", UniqueScope.UNFINISHED, null, UniqueConflict.KEEP),
                "serial",
                new JobOwnership(null, InstanceFixtures.INSTANCE_ID));

        JobId id = world.submit(spec);

        Map<String, Object> row = world.database
                .jdbc()
                .sql("select *, run_at > now() + interval '50 s' as later from jobs.platform_job where id = ?")
                .param(id.value())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("type", DeskWorld.OPEN)
                .containsEntry("priority", 9)
                .containsEntry("queue", "webhook")
                .containsEntry("status", 0)
                .containsEntry("later", true)
                .containsEntry("max_attempts", 3)
                .containsEntry("backoff_ms", 2_000)
                .containsEntry("timeout_ms", 30_000)
                .containsEntry("unique_key", "k")
                .containsEntry("serial_key", "serial")
                .containsEntry("tenant_id", TenantFixtures.TENANT_ID.value())
                .containsEntry("instance_id", InstanceFixtures.INSTANCE_ID.value())
                .containsEntry("created_by", "admin-7")
                .containsEntry("acts", 1L);
        DomainEventMessage<?> event = world.events.getFirst();
        assertThat(event.getAggregateIdentifier()).isEqualTo(id.toString());
        assertThat(event.getType()).isEqualTo("job");
        assertThat(event.getSequenceNumber()).isZero();
        assertThat(event.getPayload())
                .isEqualTo(new JobSubmitted(
                        id,
                        new JobType(DeskWorld.OPEN),
                        new QueueName("webhook"),
                        new JobPriority(9),
                        Digest.sha256("{\"to\": \"a\"}"),
                        TenantFixtures.TENANT_ID,
                        InstanceFixtures.INSTANCE_ID));
    }

    @Test
    void theSameCallAgainIsAnsweredTheSameAndAddsNothing() {
        JobBatchId batch = DeskWorld.batch();

        JobSubmission first = world.submit(batch, DeskWorld.spec());
        JobSubmission second = world.submit(batch, DeskWorld.spec());

        assertThat(second).isEqualTo(first);
        assertThat(world.jobs()).isEqualTo(1);
        assertThat(world.events).hasSize(1);
    }

    @Test
    void aTakenKeyAnswersTheJobThatHasItAndTellsNothingNew() {
        JobSpec keyed = keyed();
        JobId first = world.submit(keyed);

        JobSubmission second = world.submit(DeskWorld.batch(), keyed);

        assertThat(second).isEqualTo(new JobSubmission(List.of(first), List.of(first)));
        assertThat(world.events).hasSize(1);
    }

    @Test
    void aJobAndItsEventAreDurableTogetherOrNotAtAll() {
        assertThatThrownBy(() -> world.inTransaction((Runnable) () -> {
                    world.submissions.decide(new SubmitJob(DeskWorld.batch(), DeskWorld.spec()), null);
                    throw new IllegalStateException("the event store is away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(world.jobs()).isZero();
        assertThat(world.database.countOf("jobs.platform_job_submission")).isZero();
        assertThat(world.signals).hasValue(0);
    }

    @Test
    void aTypeThatNobodyKnowsIsRefused() {
        assertThat(refusal(JobFixtures.spec("nobody.knows", "{}")))
                .returns(ErrorCode.JOB_TYPE_UNKNOWN, Rejection::code)
                .returns("type", Rejection::field);
    }

    @Test
    void thePlatformsOwnWorkIsRefused() {
        assertThat(refusal(JobFixtures.spec(DeskWorld.OWN, "{}")))
                .returns(ErrorCode.JOB_TYPE_NOT_PUBLIC, Rejection::code)
                .returns("type", Rejection::field);
    }

    static Stream<Arguments> wrongPayloads() {
        return Stream.of(
                Arguments.of("{}", "payload.to"),
                Arguments.of("[]", "payload"),
                Arguments.of("null", "payload"),
                Arguments.of("{\"to\": 1}", "payload.to"),
                Arguments.of("{\"to\": \"a\", \"cc\": \"b\"}", "payload.cc"),
                Arguments.of("{\"to\": \"a\", \"tags\": [\"x\", 2]}", "payload.tags.1"),
                Arguments.of("no json", "payload"));
    }

    @ParameterizedTest
    @MethodSource("wrongPayloads")
    void aPayloadThatDoesNotFitItsSchemaIsRefusedWithItsPath(String payload, String field) {
        assertThat(refusal(JobFixtures.spec(DeskWorld.OPEN, payload)))
                .returns(ErrorCode.PAYLOAD_NOT_ACCEPTED, Rejection::code)
                .returns(field, Rejection::field);
    }

    @Test
    void aQueueThatDoesNotExistIsRefused() {
        assertThat(refusal(in("nowhere", JobOwnership.PLATFORM)))
                .returns(ErrorCode.JOB_QUEUE_NOT_FOUND, Rejection::code)
                .returns("queue", Rejection::field);
    }

    @Test
    void aTenantThatDoesNotExistIsRefused() {
        assertThat(refusal(in("default", new JobOwnership(new TenantId(UUID.randomUUID()), null))))
                .returns(ErrorCode.TENANT_NOT_FOUND, Rejection::code)
                .returns("tenantId", Rejection::field);
    }

    private Rejection refusal(JobSpec spec) {
        Rejection refusal =
                world.refusalOf(() -> world.submissions.decide(new SubmitJob(DeskWorld.batch(), spec), "admin-7"));
        assertThat(world.jobs()).isZero();
        assertThat(world.events).isEmpty();
        return refusal;
    }

    private static JobSpec in(String queue, JobOwnership owner) {
        JobSpec plain = DeskWorld.spec();
        return new JobSpec(
                plain.type(),
                plain.payload(),
                null,
                new QueueName(queue),
                JobTiming.AT_ONCE,
                RetryRule.OF_TYPE,
                null,
                null,
                owner);
    }

    private static JobSpec keyed() {
        JobSpec plain = DeskWorld.spec();
        return new JobSpec(
                plain.type(),
                plain.payload(),
                null,
                null,
                JobTiming.AT_ONCE,
                RetryRule.OF_TYPE,
                new UniqueRule("k", UniqueScope.UNFINISHED, null, UniqueConflict.KEEP),
                null,
                JobOwnership.PLATFORM);
    }
}
