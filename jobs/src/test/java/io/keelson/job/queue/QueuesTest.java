package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private final JobsDatabase database = new JobsDatabase();
    private final JobQueue queue = new JobQueue(database.dataSource(), () -> {});
    private final QueueActs acts = new QueueActs(database.dataSource(), () -> {});
    private final JobStore store = new JobStore(database.dataSource(), Duration.ofMinutes(1));
    private final UUID node = UUID.randomUUID();

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void anUnknownQueueIsRefused() {
        assertThatThrownBy(() -> queue.enqueue(TestNode.job().withQueue("nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("provisioning");
    }

    @Test
    void priorityCountsOverAllQueues() {
        queue.enqueue(TestNode.job().withPriority(3));
        UUID urgent =
                queue.enqueue(TestNode.job().withQueue("email").withPriority(8)).id();
        queue.enqueue(TestNode.job().withQueue("report").withPriority(5));

        assertThat(TestNode.turn(store, node, List.of(), 1).claimed())
                .extracting(ClaimedJob::id)
                .containsExactly(urgent);
        assertThat(TestNode.turn(store, node, List.of(), 9).claimed())
                .extracting(ClaimedJob::queue)
                .containsExactly("report", "default");
    }

    @Test
    void aNodeTakesNoMoreOfAQueueThanItsConcurrency() {
        acts.limit("report", 2);
        queue.enqueueAll(Stream.generate(() -> TestNode.job().withQueue("report"))
                .limit(9)
                .toList());
        TurnPlan.Claim wanted = new TurnPlan.Claim(9, false, 9, Map.of("report", 1));

        assertThat(store.turn(new TurnPlan(node, List.of(), List.of(), wanted, false))
                        .claimed())
                .hasSize(1);
    }

    @Test
    void aPausedQueueBeginsNothingUntilItIsResumed() {
        queue.enqueue(TestNode.job());
        assertThat(acts.pause("default")).hasValue(1);
        assertThat(acts.pause("default")).isEmpty();
        assertThat(TestNode.turn(store, node, List.of(), 9).claimed()).isEmpty();

        assertThat(acts.resume("default")).hasValue(2);
        assertThat(TestNode.turn(store, node, List.of(), 9).claimed()).hasSize(1);
    }

    @Test
    void aJobOfLowPriorityIsNotStarvedByAFloodOfUrgentOnes() {
        JobSettings settings = JobsDatabase.SETTINGS.withAgedAfter(Duration.ofMillis(200));
        try (TestNode worker = new TestNode(database, settings, _ -> Thread.sleep(10))) {
            UUID low = worker.enqueue(TestNode.job().withPriority(1));
            worker.queue.enqueueAll(Stream.generate(() -> TestNode.job().withPriority(9))
                    .limit(4_000)
                    .toList());
            worker.started();
            await().atMost(Duration.ofSeconds(10)).until(() -> database.status(low) == JobStatus.SUCCEEDED.code());

            assertThat(database.countOf("jobs.platform_job where status = 1")).isPositive();
        }
    }
}
