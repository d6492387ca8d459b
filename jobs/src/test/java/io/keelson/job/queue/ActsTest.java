package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.FunctionHandler;
import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActsTest {
    private final JobsDatabase database = new JobsDatabase();
    private final CountDownLatch end = new CountDownLatch(1);
    private final JobQueue queue = new JobQueue(database.dataSource(), () -> {});
    private final JobActs acts = new JobActs(database.dataSource(), () -> {});

    @AfterEach
    void close() {
        end.countDown();
        database.close();
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndOnlyOnce() {
        UUID job = queue.enqueue(TestNode.job()).id();

        assertThat(acts.cancel(job)).isEqualTo(new JobAct(job, JobStatus.READY, true, 1));
        assertThat(acts.cancel(job)).isEqualTo(new JobAct(job, JobStatus.CANCELLED, false, 0));
        assertThat(acts.cancel(UUID.randomUUID()).found()).isNull();
        assertThat(database.status(job)).isEqualTo(JobStatus.CANCELLED.code());
    }

    @Test
    void aRunningJobIsToldToStopOnWhateverNodeItRuns() {
        UUID job = cancelWhileRunning(_ -> end.await());

        assertThat(attempts(job)).containsExactly("CANCELLED");
    }

    @Test
    void aRunningJobThatDoesNotStopIsGivenUp() {
        cancelWhileRunning(job -> {
            job.shield();
            end.await();
        });
    }

    @Test
    void aJobWhoseTryFailedAfterItsCancellationIsNotTriedAgain() {
        cancelWhileRunning(job -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("cut short", e);
            }
        });
    }

    @Test
    void aSuspendedJobWaitsUntilItIsResumed() {
        UUID job = queue.enqueue(TestNode.job()).id();
        assertThat(acts.suspend(job).done()).isTrue();
        assertThat(acts.suspend(job).done()).isFalse();
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, _ -> {}).started()) {
            UUID other = node.enqueue();
            awaitStatus(other, JobStatus.SUCCEEDED);
            assertThat(database.status(job)).isEqualTo(JobStatus.SUSPENDED.code());

            assertThat(new JobActs(database.dataSource(), node.signals)
                            .resume(job)
                            .done())
                    .isTrue();
            awaitStatus(job, JobStatus.SUCCEEDED);
        }
    }

    @Test
    void aDeadJobBeginsAgainWithItsFirstTry() {
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, _ -> {
                    if (end.getCount() > 0) {
                        throw new JobFailure("BROKEN", "It cannot work.", false);
                    }
                })
                .started()) {
            UUID job = node.enqueue();
            awaitStatus(job, JobStatus.DEAD);
            assertThat(database.attempts(job)).isEqualTo(1);
            end.countDown();

            assertThat(new JobActs(database.dataSource(), node.signals).redrive(job))
                    .isEqualTo(new JobAct(job, JobStatus.DEAD, true, 1));
            awaitStatus(job, JobStatus.SUCCEEDED);
            assertThat(database.attempts(job)).isEqualTo(1);
            assertThat(attempts(job)).containsExactly("FAILED");
        }
    }

    @Test
    void aDeadJobIsNotRedrivenWhileAnotherHasItsKey() {
        UUID job = queue.enqueue(TestNode.job().withUniqueKey("a")).id();
        database.jdbc().sql("update jobs.platform_job set status = 4").update();
        queue.enqueue(TestNode.job().withUniqueKey("a"));

        assertThat(acts.redrive(job)).isEqualTo(new JobAct(job, JobStatus.DEAD, false, 0));
    }

    @Test
    void onlyWhatHasFailedOrWasCancelledIsDiscarded() {
        UUID job = queue.enqueue(TestNode.job()).id();
        assertThat(acts.discard(job).done()).isFalse();
        acts.cancel(job);

        assertThat(acts.discard(job)).isEqualTo(new JobAct(job, JobStatus.CANCELLED, true, 2));
        assertThat(database.countOf("jobs.platform_job")).isZero();
    }

    @Test
    void aWaitingJobIsMovedByItsNewPriority() {
        UUID first = queue.enqueue(TestNode.job()).id();
        UUID second = queue.enqueue(TestNode.job()).id();
        assertThat(acts.changePriority(second, 9).done()).isTrue();
        try (JobStore store = new JobStore(database.dataSource(), Duration.ofMinutes(1))) {
            assertThat(TestNode.turn(store, UUID.randomUUID(), List.of(), 2).claimed())
                    .extracting(ClaimedJob::id)
                    .containsExactly(second, first);
        }
    }

    @Test
    void aDelayedJobCanBeRunNow() {
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, _ -> {}).started()) {
            UUID job = node.enqueue(TestNode.job().withRunAt(Instant.now().plusSeconds(3600)));
            new JobActs(database.dataSource(), node.signals).runNow(job);

            awaitStatus(job, JobStatus.SUCCEEDED);
        }
    }

    private UUID cancelWhileRunning(FunctionHandler.Work work) {
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, work).started()) {
            UUID job = node.enqueue();
            awaitStatus(job, JobStatus.RUNNING);
            JobAct act = acts.cancel(job);
            assertThat(act.found()).isEqualTo(JobStatus.RUNNING);
            assertThat(act.done()).isTrue();

            awaitStatus(job, JobStatus.CANCELLED);
            end.countDown();
            UUID next = node.enqueue();
            awaitStatus(next, JobStatus.SUCCEEDED);
            assertThat(database.status(job)).isEqualTo(JobStatus.CANCELLED.code());
            return job;
        }
    }

    private List<String> attempts(UUID job) {
        return database.jdbc()
                .sql("select outcome from jobs.platform_job_attempt where job_id = ? order by claim")
                .param(job)
                .query(String.class)
                .list();
    }

    private void awaitStatus(UUID job, JobStatus status) {
        await().atMost(Duration.ofSeconds(10)).until(() -> database.status(job) == status.code());
    }
}
