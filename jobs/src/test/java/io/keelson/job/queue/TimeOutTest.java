package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeOutTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final JobSettings ONE_LANE = new JobSettings(
            1,
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(300),
            Duration.ofMillis(1500),
            Duration.ofMillis(300),
            Duration.ofMillis(300));

    private final JobsDatabase database = new JobsDatabase();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        database.close();
    }

    @Test
    void aJobThatTakesTooLongIsInterruptedAndItsTryIsCharged() {
        Queue<Interruption> reasons = new ConcurrentLinkedQueue<>();
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, job -> {
                    try {
                        end.await();
                    } finally {
                        reasons.add(job.interruption());
                    }
                })
                .started()) {
            UUID id = node.enqueue(TestNode.job().withTimeout(SHORT).withMaxAttempts(1));
            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(id) == JobStatus.DEAD.code());

            assertThat(reasons).containsExactly(Interruption.TIME_OUT);
            assertThat(database.attempts(id)).isEqualTo(1);
        }
    }

    @Test
    void aNodeAllowsNoTryToTakeLongerThanItsOwnLimit() {
        JobSettings strict = JobsDatabase.SETTINGS.withLongestRun(SHORT);
        try (TestNode node = new TestNode(database, strict, _ -> end.await()).started()) {
            UUID id =
                    node.enqueue(TestNode.job().withTimeout(Duration.ofHours(1)).withMaxAttempts(1));

            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(id) == JobStatus.DEAD.code());
        }
    }

    @Test
    void aThreadThatDoesNotEndIsGivenUpReplacedAndItsLateResultRefused() {
        Queue<Boolean> abandonedBefore = new ConcurrentLinkedQueue<>();
        try (TestNode node = new TestNode(database, ONE_LANE, job -> {
                    if (job.attempt() == 1) {
                        awaitUninterruptibly();
                    } else {
                        abandonedBefore.add(job.previousTryAbandoned());
                        throw new IllegalStateException("second try");
                    }
                })
                .started()) {
            UUID id = node.enqueue(
                    TestNode.job().withTimeout(SHORT).withMaxAttempts(2).withBackoff(Duration.ofMillis(10)));
            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(id) == JobStatus.DEAD.code());
            end.countDown();
            UUID next = node.enqueue();
            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(next) == JobStatus.SUCCEEDED.code());

            assertThat(abandonedBefore).containsExactly(true);
            assertThat(database.status(id)).isEqualTo(JobStatus.DEAD.code());
            assertThat(node.node.lanes()).isEqualTo(1);
        }
    }

    @Test
    void aShieldedJobIsNotInterrupted() {
        Queue<Interruption> reasons = new ConcurrentLinkedQueue<>();
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, job -> {
                    job.shield();
                    await().pollDelay(SHORT.multipliedBy(2)).until(() -> true);
                    reasons.add(job.interruption());
                })
                .started()) {
            UUID id = node.enqueue(TestNode.job().withTimeout(SHORT));
            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(id) == JobStatus.SUCCEEDED.code());

            assertThat(reasons).containsExactly(Interruption.NONE);
        }
    }

    private void awaitUninterruptibly() {
        boolean ended = false;
        while (!ended) {
            try {
                end.await();
                ended = true;
            } catch (InterruptedException e) {
                // A handler that does not listen is what this test is about.
                ended = false;
            }
        }
    }
}
