package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemovalTest {
    private final JobsDatabase database = new JobsDatabase();
    private final JobQueue queue = new JobQueue(database.dataSource(), () -> {});
    private JobRetention retention = JobRetention.DEFAULT;
    private final JobRemoval removal = new JobRemoval(database.dataSource(), () -> retention);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatEndedLongAgoIsRemovedWithItsTriesAndItsLog() throws InterruptedException {
        queue.enqueueAll(Stream.generate(TestNode::job).limit(4_500).toList());
        age("8 days");
        sql("update jobs.platform_job set status = 3, finished_at = now() - interval '8 days'");
        sql("""
                insert into jobs.platform_job_attempt (job_id, attempt, claim, node, started_at, ended_at, outcome)
                select id, 1, 1, id, now(), now(), 'FAILED' from jobs.platform_job""");
        sql("""
                insert into jobs.platform_job_log (job_id, attempt, seq, at, line)
                select id, 1, 1, now(), 'line' from jobs.platform_job""");

        assertThat(removal.pass()).isEqualTo(4_500);
        for (String table : List.of("platform_job", "platform_job_attempt", "platform_job_log")) {
            assertThat(database.countOf("jobs." + table)).isZero();
        }
    }

    @Test
    void whatIsNotOldEnoughOrHasNotEndedStays() throws InterruptedException {
        queue.enqueueAll(Stream.generate(TestNode::job).limit(8).toList());
        age("60 days");
        sql("""
                update jobs.platform_job j set status = n - 1, finished_at = now() - interval '8 days'
                from (select id, row_number() over () as n from jobs.platform_job) o where j.id = o.id""");

        // Succeeded and cancelled ones are kept for a week, dead ones for thirty days.
        assertThat(removal.pass()).isEqualTo(2);
        assertThat(database.countOf("jobs.platform_job where status in (0, 1, 2, 4, 6, 7)"))
                .isEqualTo(6);
    }

    @Test
    void aNewRetentionCountsFromTheNextPassOn() throws InterruptedException {
        queue.enqueueAll(Stream.generate(TestNode::job).limit(2).toList());
        age("60 days");
        sql("update jobs.platform_job set status = 3, finished_at = now() - interval '2 days'");
        assertThat(removal.pass()).isZero();

        retention = new JobRetention(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
        assertThat(removal.pass()).isEqualTo(2);
    }

    private void age(String by) {
        sql("update jobs.platform_job set id = uuidv7(-interval '%s')".formatted(by));
    }

    private void sql(String statement) {
        database.jdbc().sql(statement).update();
    }
}
