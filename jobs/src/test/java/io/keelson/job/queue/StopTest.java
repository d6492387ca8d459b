package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopTest {
    private final JobsDatabase database = new JobsDatabase();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        database.close();
    }

    @Test
    void whatEndsWithinTheGraceIsSaved() {
        TestNode node = new TestNode(database, JobsDatabase.SETTINGS, _ -> {
                    var _ = end.await(200, TimeUnit.MILLISECONDS);
                })
                .started();
        UUID job = node.enqueue();
        awaitRunning(job);
        node.close();

        assertThat(database.status(job)).isEqualTo(JobStatus.SUCCEEDED.code());
        assertThat(database.countOf("jobs.platform_node")).isZero();
    }

    @Test
    void whatTakesLongerIsReadyAgainWithoutATryBeingCharged() {
        TestNode node = new TestNode(database, JobsDatabase.SETTINGS, _ -> end.await()).started();
        UUID job = node.enqueue();
        awaitRunning(job);
        node.close();

        assertThat(database.status(job)).isEqualTo(JobStatus.READY.code());
        assertThat(database.attempts(job)).isZero();
        assertThat(database.countOf("jobs.platform_node")).isZero();
    }

    @Test
    void whatDoesNotEndAtAllIsReadyAgainToo() {
        TestNode node = new TestNode(database, JobsDatabase.SETTINGS, job -> {
                    job.shield();
                    end.await();
                })
                .started();
        UUID job = node.enqueue();
        awaitRunning(job);
        node.close();

        assertThat(database.status(job)).isEqualTo(JobStatus.READY.code());
        assertThat(database.attempts(job)).isZero();
    }

    @Test
    void aStoppedNodeClaimsNothingAndCanBeStartedAgain() {
        TestNode node = new TestNode(database, JobsDatabase.SETTINGS, _ -> {}).started();
        node.close();
        node.close();
        UUID job = node.enqueue();
        assertThat(node.node.isRunning()).isFalse();
        assertThat(database.status(job)).isEqualTo(JobStatus.READY.code());

        node.started();
        await().atMost(Duration.ofSeconds(10)).until(() -> database.status(job) == JobStatus.SUCCEEDED.code());
        node.close();
    }

    private void awaitRunning(UUID job) {
        await().atMost(Duration.ofSeconds(10)).until(() -> database.status(job) == JobStatus.RUNNING.code());
    }
}
