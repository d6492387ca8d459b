package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadNodeTest {
    private final JobsDatabase database = new JobsDatabase();
    private final JobQueue queue = new JobQueue(database.dataSource(), () -> {});
    private final JobStore store = new JobStore(database.dataSource(), Duration.ofMinutes(1));
    private final NodeStore nodes = new NodeStore(database.dataSource());

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void theJobOfANodeThatFellSilentRunsElsewhereInTime() {
        UUID job = queue.enqueue(TestNode.job()).id();
        UUID dead = UUID.randomUUID();
        nodes.beat(dead, "gone", new NodeStore.NodeLoad(1, 0, 1));
        assertThat(TestNode.turn(store, dead, List.of(), 1).claimed()).hasSize(1);

        try (TestNode _ = new TestNode(database, JobsDatabase.SETTINGS, _ -> {}).started()) {
            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(job) == JobStatus.SUCCEEDED.code());

            assertThat(database.attempts(job)).isEqualTo(2);
            assertThat(database.countOf("jobs.platform_node where host = 'gone'"))
                    .isZero();
        }
    }

    @Test
    void aNodeThatLivesKeepsItsJob() {
        UUID job = queue.enqueue(TestNode.job()).id();
        UUID living = UUID.randomUUID();
        nodes.beat(living, "here", new NodeStore.NodeLoad(1, 0, 1));
        TestNode.turn(store, living, List.of(), 1);

        assertThat(nodes.rescue(Duration.ofSeconds(6))).isEmpty();
        assertThat(database.status(job)).isEqualTo(JobStatus.RUNNING.code());
    }

    @Test
    void theResultOfANodeThatLostTheJobIsRefused() {
        UUID job = queue.enqueue(TestNode.job()).id();
        UUID slow = UUID.randomUUID();
        ClaimedJob first = TestNode.turn(store, slow, List.of(), 1).claimed().getFirst();
        nodes.rescue(Duration.ZERO);
        UUID other = UUID.randomUUID();
        ClaimedJob second = TestNode.turn(store, other, List.of(), 1).claimed().getFirst();

        assertThat(TestNode.turn(store, slow, List.of(JobOutcome.succeeded(first)), 0)
                        .refused())
                .isEqualTo(1);
        assertThat(database.status(job)).isEqualTo(JobStatus.RUNNING.code());
        assertThat(TestNode.turn(store, other, List.of(JobOutcome.succeeded(second)), 0)
                        .refused())
                .isZero();
        assertThat(database.status(job)).isEqualTo(JobStatus.SUCCEEDED.code());
    }

    @Test
    void theResultOfAnEarlierClaimOfTheSameNodeIsRefused() {
        UUID job = queue.enqueue(TestNode.job()).id();
        UUID node = UUID.randomUUID();
        ClaimedJob first = TestNode.turn(store, node, List.of(), 1).claimed().getFirst();
        nodes.giveBack(node, List.of());
        TestNode.turn(store, node, List.of(), 1);

        assertThat(TestNode.turn(store, node, List.of(JobOutcome.succeeded(first)), 0)
                        .refused())
                .isEqualTo(1);
        assertThat(database.status(job)).isEqualTo(JobStatus.RUNNING.code());
        assertThat(database.attempts(job)).isEqualTo(1);
    }

    @Test
    void aJobThatSawThreeNodesDieIsGivenUpAndTheOthersAreNot() {
        UUID poison = queue.enqueue(TestNode.job().withPriority(9)).id();
        UUID innocent = queue.enqueue(TestNode.job()).id();
        for (int death = 1; death <= 3; death++) {
            assertThat(database.status(poison)).isEqualTo(JobStatus.READY.code());
            TestNode.turn(store, UUID.randomUUID(), List.of(), 1);
            assertThat(nodes.rescue(Duration.ofSeconds(6)))
                    .extracting(EndedJob::id, EndedJob::queue, EndedJob::status, EndedJob::charged)
                    .containsExactly(tuple(poison, "default", death == 3 ? JobStatus.DEAD : JobStatus.READY, true));
        }

        assertThat(database.status(poison)).isEqualTo(JobStatus.DEAD.code());
        assertThat(database.status(innocent)).isEqualTo(JobStatus.READY.code());
    }

    @Test
    void aNodeThatWasCutOffItselfLetsTheOthersSpeakFirst() {
        Duration silence = Duration.ofMillis(300);
        JobSettings settings = new JobSettings(1, 1, silence, silence, Duration.ZERO, silence, silence, silence);
        Heartbeat heartbeat = new Heartbeat(
                UUID.randomUUID(),
                "here",
                nodes,
                new HeldJobs(),
                new LaneCount(1, 1),
                new WakeUp(),
                new JobListeners(),
                settings);
        UUID job = queue.enqueue(TestNode.job()).id();
        heartbeat.beatIfDue();
        await().pollDelay(silence.multipliedBy(2)).until(() -> true);
        TestNode.turn(store, UUID.randomUUID(), List.of(), 1);

        heartbeat.beatIfDue();
        assertThat(database.status(job)).isEqualTo(JobStatus.RUNNING.code());
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    heartbeat.beatIfDue();
                    return database.status(job) == JobStatus.READY.code();
                });
    }

    @Test
    void aNodeThatWasTakenForDeadStopsItsJobsAndGoesOn() {
        assertThatTheFirstTryIsStopped(JobsDatabase.SETTINGS, 1);
    }

    @Test
    void aNodeThatTakesItsOwnJobAgainBeforeItsHeartbeatStopsTheTryBefore() {
        Duration never = Duration.ofMinutes(10);
        Duration look = Duration.ofMillis(200);
        assertThatTheFirstTryIsStopped(new JobSettings(2, 8, look, look, never, never, look, look), 0);
    }

    private void assertThatTheFirstTryIsStopped(JobSettings settings, int nodesInTheEnd) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Queue<Interruption> reasons = new ConcurrentLinkedQueue<>();
        try (TestNode node = new TestNode(database, settings, job -> {
                    if (job.attempt() == 1) {
                        begun.countDown();
                        try {
                            never.await();
                        } finally {
                            reasons.add(job.interruption());
                        }
                    }
                })
                .started()) {
            UUID job = node.enqueue();
            await().atMost(Duration.ofSeconds(10)).until(() -> begun.getCount() == 0);
            database.jdbc().sql("delete from jobs.platform_node").update();
            nodes.rescue(Duration.ofSeconds(6));

            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(job) == JobStatus.SUCCEEDED.code());
            // The second try may be over before the first one has noticed.
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(reasons).containsExactly(Interruption.STOP));
            await().atMost(Duration.ofSeconds(10)).until(() -> database.countOf("jobs.platform_node") == nodesInTheEnd);
        }
    }
}
