package io.keelson.job.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.query.JobFlow;
import io.keelson.api.job.query.JobTimes;
import io.keelson.job.JobsDatabase;
import io.keelson.job.queue.EndedJob;
import io.keelson.job.queue.JobStatus;
import io.keelson.job.queue.NewJob;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobTallyTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final JobsDatabase database = new JobsDatabase();
    private final JobTally tally = new JobTally(database.dataSource());
    private final JobTally otherNode = new JobTally(database.dataSource());
    private final JobStatisticsQueries statistics =
            new JobStatisticsQueries(database.dataSource(), new DepthCensus(database.dataSource()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatHappensOnAllNodesIsAddedUp() {
        tally.enqueued(List.of(
                NewJob.of("work", "{}"),
                NewJob.of("work", "{}"),
                NewJob.of("mail", "{}").withQueue("email")));
        tally.ended(List.of(
                ended(JobStatus.SUCCEEDED, true), ended(JobStatus.DELAYED, true), ended(JobStatus.READY, false)));
        otherNode.ended(List.of(ended(JobStatus.DEAD, true), ended(JobStatus.CANCELLED, true)));
        tally.flush();
        otherNode.flush();
        tally.flush();

        assertThat(statistics.of(HOUR).flows())
                .containsExactly(
                        new JobFlow(new QueueName("default"), new JobType("work"), HOUR, 2, 1, 1, 1, 1),
                        new JobFlow(new QueueName("email"), new JobType("mail"), HOUR, 1, 0, 0, 0, 0));
        assertThat(statistics.of(Duration.ofDays(7)).flows()).hasSize(2);
    }

    @Test
    void percentilesAreAtMostTenPercentOffTheExactOnes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Duration> waits = IntStream.range(0, 20_000)
                .mapToObj(_ -> Duration.ofNanos(Math.round(5e6 * Math.exp(random.nextGaussian()))))
                .sorted()
                .toList();
        tally.ended(waits.stream()
                .map(wait -> new EndedJob(
                        UUID.randomUUID(), "work", "default", JobStatus.SUCCEEDED, true, wait, Duration.ofSeconds(1)))
                .toList());
        tally.flush();

        JobTimes times = statistics.of(HOUR).waits();

        assertThat(times.count()).isEqualTo(20_000);
        near(times.p50(), waits.get(9_999), seed);
        near(times.p95(), waits.get(18_999), seed);
        near(times.p99(), waits.get(19_799), seed);
    }

    @Test
    void whatCannotBeSavedIsSavedLater() {
        database.jdbc().sql("alter table jobs.platform_job_time rename to away").update();
        tally.ended(List.of(ended(JobStatus.SUCCEEDED, true)));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(tally::flush)).isNotNull();
        database.jdbc().sql("alter table jobs.away rename to platform_job_time").update();

        tally.flush();

        assertThat(statistics.of(HOUR).flows()).singleElement().returns(1L, JobFlow::completed);
        assertThat(statistics.of(HOUR).runs().count()).isEqualTo(1);
    }

    @Test
    void figuresAreKeptForAWeek() {
        tally.ended(List.of(ended(JobStatus.SUCCEEDED, true)));
        tally.flush();
        database.jdbc()
                .sql("update jobs.platform_job_flow set start = start - interval '8 days'")
                .update();
        database.jdbc()
                .sql("update jobs.platform_job_time set start = start - interval '6 days'")
                .update();

        new StatisticsTable(database.dataSource()).sweep();

        assertThat(database.countOf("jobs.platform_job_flow")).isZero();
        assertThat(database.countOf("jobs.platform_job_time")).isEqualTo(4);
    }

    private static void near(Duration measured, Duration exact, long seed) {
        assertThat(measured.toNanos() / (double) exact.toNanos())
                .as("seed %d", seed)
                .isBetween(0.9, 1.1);
    }

    private static EndedJob ended(JobStatus status, boolean charged) {
        return new EndedJob(
                UUID.randomUUID(), "work", "default", status, charged, Duration.ofMillis(5), Duration.ofMillis(50));
    }
}
