package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final JobsDatabase database = new JobsDatabase();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        database.close();
    }

    @Test
    void lanesGrowWithTheWorkAndEndAfterIt() {
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, _ -> end.await()).started()) {
            for (int job = 0; job < 20; job++) {
                node.enqueue();
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> node.node.running() == 8);
            assertThat(node.node.lanes()).isEqualTo(8);
            assertThat(database.countOf("jobs.platform_job where status = 1")).isEqualTo(12);

            end.countDown();
            await().atMost(Duration.ofSeconds(10)).until(() -> node.node.lanes() == 2);
            assertThat(database.countOf("jobs.platform_job where status = 3")).isEqualTo(20);
        }
    }

    @Test
    void anotherNodeHearsOfAJobThroughTheDatabase() {
        JobSettings blind = new JobSettings(
                1,
                1,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(600),
                Duration.ofSeconds(5),
                Duration.ofMillis(100));
        CountDownLatch ran = new CountDownLatch(2);
        try (TestNode node = new TestNode(database, blind, _ -> ran.countDown()).started()) {
            // Its own first job shows that the node has looked, and looks no more for a minute.
            node.enqueue();
            await().atMost(Duration.ofSeconds(10)).until(() -> ran.getCount() == 1);
            JobSignals elsewhere = new JobSignals(database.dataSource());
            new JobQueue(database.dataSource(), elsewhere).enqueue(TestNode.job());

            await().atMost(Duration.ofSeconds(10)).until(() -> ran.getCount() == 0);
        }
    }
}
