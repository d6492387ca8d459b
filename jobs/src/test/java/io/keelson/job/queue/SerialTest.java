package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialTest {
    private final JobsDatabase database = new JobsDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void jobsWithAKeyRunOneAtATimeInOrderAlsoWhenOneIsTriedAgain() {
        Queue<UUID> ran = new ConcurrentLinkedQueue<>();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        try (TestNode first = node(ran, running, overlaps);
                TestNode second = node(ran, running, overlaps)) {
            first.started();
            second.started();
            List<UUID> jobs = Stream.generate(() -> first.enqueue(TestNode.job()
                            .withSerialKey("one")
                            .withBackoff(Duration.ofMillis(30))
                            .withPriority(running.get() % 10 + 1)))
                    .limit(40)
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> ran.size() == jobs.size());

            assertThat(ran).containsExactlyElementsOf(jobs);
            assertThat(overlaps).hasValue(0);
        }
    }

    @Test
    void keysDoNotWaitForEachOther() {
        Queue<UUID> ran = new ConcurrentLinkedQueue<>();
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, job -> ran.add(job.id())).started()) {
            node.queue.enqueueAll(IntStream.range(0, 600)
                    .mapToObj(i -> TestNode.job().withSerialKey("key-" + i % 200))
                    .toList());
            await().atMost(Duration.ofSeconds(30)).until(() -> ran.size() == 600);
        }
    }

    @Test
    void aKeyWhoseHolderVanishedIsFoundBySweeping() {
        JobQueue queue = new JobQueue(database.dataSource(), () -> {});
        UUID holder = queue.enqueue(TestNode.job().withSerialKey("one")).id();
        try (JobStore store = new JobStore(database.dataSource(), Duration.ofMinutes(1))) {
            UUID node = UUID.randomUUID();
            TestNode.turn(store, node, List.of(), 0);
            TestNode.turn(store, node, List.of(), 0);
            UUID next = queue.enqueue(TestNode.job().withSerialKey("one")).id();
            database.jdbc()
                    .sql("delete from jobs.platform_job where id = ?")
                    .param(holder)
                    .update();
            assertThat(TestNode.turn(store, node, List.of(), 9).claimed()).isEmpty();

            new Sweeper(database.dataSource(), new WakeUp()).run();
            TestNode.turn(store, node, List.of(), 0);
            assertThat(TestNode.turn(store, node, List.of(), 9).claimed())
                    .extracting(ClaimedJob::id)
                    .containsExactly(next);
        }
    }

    private TestNode node(Queue<UUID> ran, AtomicInteger running, AtomicInteger overlaps) {
        return new TestNode(database, JobsDatabase.SETTINGS, job -> {
            if (running.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            try {
                if (job.id().hashCode() % 4 == 0 && job.attempt() == 1) {
                    throw new JobFailure("AGAIN", "not at the first try", true);
                }
                ran.add(job.id());
            } finally {
                running.decrementAndGet();
            }
        });
    }
}
