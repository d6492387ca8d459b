package io.keelson.job.statistics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.job.JobState;
import io.keelson.api.job.query.JobDepth;
import io.keelson.job.JobsDatabase;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.NewJob;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DepthCensusTest {
    private final JobsDatabase database = new JobsDatabase();
    private final JobQueue queue = new JobQueue(database.dataSource(), () -> {});
    private final DepthCensus census = new DepthCensus(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void jobsThatAreNotOverAndGivenUpOnesAreCountedByPlaceAndState() {
        for (int status = 0; status <= 7; status++) {
            UUID id = queue.enqueue(NewJob.of("work", "{}").withQueue("email")).id();
            database.jdbc()
                    .sql("update jobs.platform_job set status = ? where id = ?")
                    .params(status, id)
                    .update();
        }

        Map<JobState, Long> counts =
                census.current().depths().stream().collect(Collectors.toMap(JobDepth::state, JobDepth::count));

        assertThat(counts)
                .isEqualTo(Map.of(
                        JobState.DELAYED, 1L,
                        JobState.PENDING, 2L,
                        JobState.ACTIVE, 1L,
                        JobState.FAILED, 1L,
                        JobState.SUSPENDED, 1L));
        assertThat(census.current().oldestWaitingSince()).isNotNull();
    }

    @Test
    void aCheapCountIsNeverOldForLong() {
        assertThat(census.current().depths()).isEmpty();
        queue.enqueue(NewJob.of("work", "{}"));

        await().atMost(2, SECONDS)
                .untilAsserted(() -> assertThat(census.current().depths()).hasSize(1));
    }

    @Test
    void metersShowDepthAndAgeByQueue() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        UUID id = queue.enqueue(NewJob.of("work", "{}").withQueue("email")).id();
        database.jdbc()
                .sql("update jobs.platform_job set run_at = run_at - interval '1 minute' where id = ?")
                .param(id)
                .update();

        new JobGauges(database.dataSource(), census).bindTo(registry);

        assertThat(registry.get("keelson.jobs.depth")
                        .tags("queue", "email", "state", "pending")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("keelson.jobs.oldest.age")
                        .tag("queue", "email")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(60);
        assertThat(registry.get("keelson.jobs.oldest.age")
                        .tag("queue", "default")
                        .gauge()
                        .value())
                .isZero();
    }
}
