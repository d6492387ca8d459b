package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final JobSettings ONE_LANE = new JobSettings(
            1,
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(6),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1));

    private final JobsDatabase database = new JobsDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theMostUrgentJobRunsFirstAndTheOldestAmongEquals() {
        long seed = new Random().nextLong();
        System.out.println("OrderTest seed " + seed);
        Random random = new Random(seed);
        Queue<UUID> ran = new ConcurrentLinkedQueue<>();
        record Enqueued(UUID id, int priority, int sequence) {}
        List<Enqueued> jobs = new ArrayList<>();
        try (TestNode node = new TestNode(database, ONE_LANE, job -> ran.add(job.id()))) {
            for (int sequence = 0; sequence < 100; sequence++) {
                int priority = random.nextInt(1, 11);
                jobs.add(new Enqueued(node.enqueue(TestNode.job().withPriority(priority)), priority, sequence));
            }
            node.started();
            await().atMost(Duration.ofSeconds(20)).until(() -> ran.size() == jobs.size());
        }

        jobs.sort(Comparator.comparingInt(Enqueued::priority).reversed().thenComparingInt(Enqueued::sequence));
        assertThat(ran)
                .containsExactlyElementsOf(jobs.stream().map(Enqueued::id).toList());
    }

    @Test
    void aDelayedJobStartsNeverEarlyAndHardlyLate() {
        AtomicReference<Instant> started = new AtomicReference<>();
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, _ -> started.set(Instant.now())).started()) {
            await().atMost(Duration.ofSeconds(10)).until(() -> node.node.lanes() == 2);
            Instant due = Instant.now().plusMillis(700);
            node.enqueue(TestNode.job().withRunAt(due));
            await().atMost(Duration.ofSeconds(10)).until(() -> started.get() != null);

            assertThat(started.get()).isBetween(due, due.plusMillis(150));
        }
    }
}
