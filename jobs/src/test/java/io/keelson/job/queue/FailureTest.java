package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureTest {
    private final JobsDatabase database = new JobsDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFailedJobIsTriedAgainUntilItSucceeds() {
        AtomicInteger tries = new AtomicInteger();
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, job -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new IllegalStateException("not yet, at try " + job.attempt());
                    }
                })
                .started()) {
            UUID id = node.enqueue(TestNode.job().withBackoff(Duration.ofMillis(10)));
            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(id) == JobStatus.SUCCEEDED.code());

            assertThat(tries).hasValue(3);
            assertThat(database.attempts(id)).isEqualTo(3);
        }
    }

    @Test
    void aJobIsGivenUpAfterItsLastTryAndKeepsTheError() {
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, _ -> {
                    throw new StackOverflowError("bottomless");
                })
                .started()) {
            UUID id = node.enqueue(TestNode.job().withMaxAttempts(2).withBackoff(Duration.ofMillis(10)));
            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(id) == JobStatus.DEAD.code());

            assertThat(database.attempts(id)).isEqualTo(2);
            assertThat(database.jdbc()
                            .sql("select last_error from jobs.platform_job")
                            .query(String.class)
                            .single())
                    .contains("bottomless");
        }
    }

    @Test
    void aJobOfUnknownTypeFails() {
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, _ -> {}).started()) {
            UUID id = node.enqueue(NewJob.of("unheard-of", "{}").withMaxAttempts(1));

            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(id) == JobStatus.DEAD.code());
        }
    }

    @Test
    void theDelayDoublesWithinAQuarterAndIsCapped() {
        for (int attempt = 1; attempt <= 40; attempt++) {
            ClaimedJob row = new ClaimedJob(
                    UUID.randomUUID(),
                    "test",
                    "{}",
                    "default",
                    5,
                    1,
                    null,
                    1,
                    attempt,
                    99,
                    false,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    JobOwner.PLATFORM,
                    JobOrigin.NONE,
                    Duration.ZERO);
            JobError error = JobError.of(JobError.Kind.FAILED, "error");
            long nominal = Math.min(
                    1_000L << Math.min(attempt - 1, 20), Duration.ofMinutes(15).toMillis());

            assertThat(JobOutcome.failed(row, error, true).delay().toMillis())
                    .isBetween(nominal * 3 / 4, nominal * 5 / 4);
        }
    }
}
