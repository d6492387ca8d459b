package io.keelson.job.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.job.BatchedJob;
import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.JobSpec;
import io.keelson.api.job.JobSubmission;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.command.SubmitJobs;
import io.keelson.api.job.event.JobBatchSubmitted;
import io.keelson.fixture.JobFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubmitJobsTest {
    private final DeskWorld world = new DeskWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tenThousandJobsAreOneEventThatNeverHoldsAPayload() {
        JobBatchId batch = DeskWorld.batch();
        List<JobSpec> specs = IntStream.range(0, 10_000)
                .mapToObj(number -> JobFixtures.spec(DeskWorld.OPEN, "{\"to\": \"secret-%d\"}".formatted(number)))
                .toList();

        JobSubmission submission = submit(batch, specs);

        assertThat(submission.jobIds()).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(submission.existing()).isEmpty();
        assertThat(world.jobs()).isEqualTo(10_000);
        assertThat(world.events).hasSize(1);
        DomainEventMessage<?> event = world.events.getFirst();
        assertThat(event.getType()).isEqualTo("job-batch");
        assertThat(event.getAggregateIdentifier()).isEqualTo(batch.toString());
        JobBatchSubmitted batched = (JobBatchSubmitted) event.getPayload();
        assertThat(batched.jobs().get(17))
                .isEqualTo(new BatchedJob(
                        submission.jobIds().get(17),
                        new JobType(DeskWorld.OPEN),
                        new QueueName("default"),
                        Digest.sha256("{\"to\": \"secret-17\"}")));
        assertThat(batched.toString()).doesNotContain("secret");
        assertThat(submit(batch, specs)).isEqualTo(submission);
        assertThat(world.jobs()).isEqualTo(10_000);
    }

    @Test
    void nothingOfARefusedBatchIsEnqueuedAndThePlaceIsNamed() {
        List<JobSpec> specs = new ArrayList<>(Collections.nCopies(20, DeskWorld.spec()));
        specs.set(17, JobFixtures.spec(DeskWorld.OPEN, "{\"to\": 17}"));

        Rejection refusal =
                world.refusalOf(() -> world.submissions.decide(new SubmitJobs(DeskWorld.batch(), specs), "admin-7"));

        assertThat(refusal)
                .returns(ErrorCode.PAYLOAD_NOT_ACCEPTED, Rejection::code)
                .returns("jobs[17].payload.to", Rejection::field);
        assertThat(world.jobs()).isZero();
        assertThat(world.events).isEmpty();
    }

    private JobSubmission submit(JobBatchId batch, List<JobSpec> specs) {
        return world.inTransaction(() -> world.submissions.decide(new SubmitJobs(batch, specs), "admin-7"));
    }
}
