package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LostConnectionTest {
    private final JobsDatabase database = new JobsDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void jobsSurviveLosingEveryConnectionAtRandomMoments() {
        long seed = new Random().nextLong();
        System.out.println("LostConnectionTest seed " + seed);
        Random random = new Random(seed);
        Set<UUID> ran = ConcurrentHashMap.newKeySet();
        try (TestNode node = new TestNode(database, JobsDatabase.SETTINGS, job -> {
            Thread.sleep(random.nextInt(5));
            ran.add(job.id());
        })) {
            for (int job = 0; job < 500; job++) {
                node.enqueue();
            }
            node.started();
            for (int cut = 0; cut < 5; cut++) {
                int enough = 60 * (cut + 1);
                await().atMost(Duration.ofSeconds(20)).until(() -> ran.size() > enough);
                database.jdbc().sql("""
                                select count(pg_terminate_backend(pid)) from pg_stat_activity
                                where datname = current_database() and pid <> pg_backend_pid()""").query(Integer.class).single();
            }

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> database.countOf("jobs.platform_job where status = 3") == 500);
            assertThat(ran).hasSize(500);
        }
    }
}
