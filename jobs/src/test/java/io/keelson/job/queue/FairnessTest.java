package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairnessTest {
    private static final JobOwner FLOODING = new JobOwner(UUID.randomUUID(), null, "flooding");
    private static final JobOwner SMALL = new JobOwner(UUID.randomUUID(), null, "small");

    private final JobsDatabase database = new JobsDatabase();
    private final JobQueue queue = new JobQueue(database.dataSource(), () -> {});
    private final JobStore store = new JobStore(database.dataSource(), Duration.ofMinutes(1));
    private final UUID node = UUID.randomUUID();

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void theOneJobOfASmallTenantIsAmongTheFirst() {
        queue.enqueueAll(jobs(FLOODING, 2_000));
        TestNode.turn(store, node, List.of(), 100);
        UUID one = queue.enqueue(TestNode.job().withOwner(SMALL)).id();

        assertThat(TestNode.turn(store, node, List.of(), 3).claimed())
                .extracting(ClaimedJob::id)
                .contains(one);
    }

    @Test
    void jobsThatBecomeDueTogetherAreFairToo() {
        queue.enqueueAll(jobs(FLOODING, 500).stream()
                .map(job -> job.withRunAt(Instant.now().plusMillis(300)))
                .toList());
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        TestNode.turn(store, node, List.of(), 0);
        UUID one = queue.enqueue(TestNode.job().withOwner(SMALL)).id();

        assertThat(TestNode.turn(store, node, List.of(), 4).claimed())
                .extracting(ClaimedJob::id)
                .contains(one);
    }

    @Test
    void aTenantWithALimitNeverHasMoreRunningOnAllNodesTogether() {
        QueueActs acts = new QueueActs(database.dataSource(), () -> {});
        acts.limitTenant(FLOODING.tenantId(), 3);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Queue<UUID> ran = new ConcurrentLinkedQueue<>();
        FunctionWork work = new FunctionWork(running, most, ran);
        try (TestNode first = new TestNode(database, JobsDatabase.SETTINGS, work::run).started();
                TestNode second = new TestNode(database, JobsDatabase.SETTINGS, work::run).started()) {
            first.queue.enqueueAll(jobs(FLOODING, 60));
            second.queue.enqueueAll(jobs(SMALL, 20));
            await().atMost(Duration.ofSeconds(30)).until(() -> ran.size() == 80);

            assertThat(most.get()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void aNewLimitSetsAsideWhatIsReadyAndItsEndBringsItBack() {
        QueueActs acts = new QueueActs(database.dataSource(), () -> {});
        Sweeper sweeper = new Sweeper(database.dataSource(), new WakeUp());
        queue.enqueueAll(jobs(FLOODING, 50));
        acts.limitTenant(FLOODING.tenantId(), 2);
        sweeper.run();
        TestNode.turn(store, node, List.of(), 0);
        assertThat(TestNode.turn(store, node, List.of(), 40).claimed()).hasSize(2);

        acts.unlimitTenant(FLOODING.tenantId());
        sweeper.run();
        TestNode.turn(store, node, List.of(), 0);
        assertThat(TestNode.turn(store, node, List.of(), 99).claimed()).hasSize(48);
    }

    private static List<NewJob> jobs(JobOwner owner, int count) {
        return Stream.generate(() -> TestNode.job().withOwner(owner))
                .limit(count)
                .toList();
    }

    /** Counts how many jobs of the flooding tenant run at a time. */
    private record FunctionWork(AtomicInteger running, AtomicInteger most, Queue<UUID> ran) {
        void run(RunningJob job) throws InterruptedException {
            boolean counts = job.tenantId().equals(FLOODING.tenantId());
            if (counts) {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
            }
            Thread.sleep(5);
            if (counts) {
                running.decrementAndGet();
            }
            ran.add(job.id());
        }
    }
}
