package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UniqueTest {
    private final JobsDatabase database = new JobsDatabase();
    private final JobQueue queue = new JobQueue(database.dataSource(), () -> {});
    private final JobStore store = new JobStore(database.dataSource(), Duration.ofMinutes(1));

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void aJobThatIsUniqueWhileUnfinishedAnswersTheEarlierOne() {
        NewJob job = TestNode.job().withUniqueKey("a");
        Enqueued first = queue.enqueue(job);

        assertThat(queue.enqueue(job)).isEqualTo(new Enqueued(first.id(), Enqueued.Fate.KEPT));
        assertThat(queue.enqueue(job.withOwner(new JobOwner(UUID.randomUUID(), null, "somebody"))))
                .matches(Enqueued::added);
    }

    @Test
    void aJobThatIsUniqueWhileWaitingIsEnqueuedWhileTheEarlierOneRuns() {
        NewJob job = TestNode.job().withUniqueness(JobUniqueness.waiting("a"));
        Enqueued first = queue.enqueue(job);
        assertThat(queue.enqueue(job).id()).isEqualTo(first.id());
        TestNode.turn(store, UUID.randomUUID(), List.of(), 1);

        assertThat(queue.enqueue(job)).matches(Enqueued::added);
    }

    @Test
    void aJobThatIsUniqueInAPeriodIsKeptAwayAlsoByAFinishedOne() {
        NewJob job = TestNode.job().withUniqueness(JobUniqueness.within(Duration.ofHours(1), "a"));
        UUID first = queue.enqueue(job).id();
        database.jdbc().sql("update jobs.platform_job set status = 3").update();
        assertThat(queue.enqueue(job)).isEqualTo(new Enqueued(first, Enqueued.Fate.KEPT));

        database.jdbc()
                .sql("update jobs.platform_job set created_at = created_at - interval '2 hours'")
                .update();
        assertThat(queue.enqueue(job)).matches(Enqueued::added);
    }

    @Test
    void aReplacementGivesTheWaitingJobItsPayloadAndPriority() {
        NewJob job = TestNode.job().withUniqueness(JobUniqueness.unfinished("a").withOnConflict(OnConflict.REPLACE));
        UUID first = queue.enqueue(job).id();
        NewJob other = NewJob.of(job.type(), "{\"n\": 2}")
                .withPriority(9)
                .withUniqueness(JobUniqueness.unfinished("a").withOnConflict(OnConflict.REPLACE));

        assertThat(queue.enqueue(other)).isEqualTo(new Enqueued(first, Enqueued.Fate.REPLACED));
        ClaimedJob claimed =
                TestNode.turn(store, UUID.randomUUID(), List.of(), 9).claimed().getFirst();
        assertThat(claimed.payload()).isEqualTo("{\"n\": 2}");
        assertThat(claimed.priority()).isEqualTo(9);
        assertThat(queue.enqueue(other)).isEqualTo(new Enqueued(first, Enqueued.Fate.KEPT));
    }

    @Test
    void onceMoreAfterTheCurrentOneIsOneJobHoweverOftenItIsWanted() {
        NewJob job = TestNode.job().withUniqueness(JobUniqueness.afterCurrent("a"));
        UUID node = UUID.randomUUID();
        queue.enqueue(job);
        ClaimedJob first = claimOne(node);
        UUID again = queue.enqueue(job).id();
        assertThat(queue.enqueue(job).id()).isEqualTo(again);
        assertThat(TestNode.turn(store, node, List.of(), 9).claimed()).isEmpty();

        assertThat(TestNode.turn(store, node, List.of(JobOutcome.succeeded(first)), 9)
                        .claimed())
                .extracting(ClaimedJob::id)
                .containsExactly(again);
    }

    @Test
    void aBatchAnswersForEachJobInItsOrder() {
        List<NewJob> jobs = IntStream.range(0, 1_000)
                .mapToObj(i -> TestNode.job().withPriority(i % 10 + 1).withUniqueKey("key-" + i % 900))
                .toList();
        List<Enqueued> enqueued = queue.enqueueAll(jobs);

        assertThat(enqueued).hasSize(1_000);
        assertThat(enqueued.subList(0, 900)).allMatch(Enqueued::added);
        for (int i = 900; i < 1_000; i++) {
            assertThat(enqueued.get(i))
                    .isEqualTo(new Enqueued(enqueued.get(i - 900).id(), Enqueued.Fate.KEPT));
        }
        assertThat(database.countOf("jobs.platform_job")).isEqualTo(900);
    }

    /** The first look only notes that somebody waits for the key. */
    private ClaimedJob claimOne(UUID node) {
        TestNode.turn(store, node, List.of(), 0);
        return TestNode.turn(store, node, List.of(), 1).claimed().getFirst();
    }
}
