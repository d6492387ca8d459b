package io.keelson.job.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.FunctionHandler;
import io.keelson.job.JobsDatabase;
import io.keelson.job.queue.JobNode;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobSignals;
import io.keelson.job.queue.NewJob;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShiftRunnerTest {
    private final JobsDatabase database = new JobsDatabase();
    private final JobSignals signals = new JobSignals(database.dataSource());
    private final JobQueue queue = new JobQueue(database.dataSource(), signals);
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();
    private final JobNode node = new JobNode(
            database.dataSource(),
            signals,
            new ShiftRunner(database.dataSource(), 8),
            JobsDatabase.SETTINGS,
            List.of(new FunctionHandler(_ -> threads.add(Thread.currentThread().getName()))));

    @AfterEach
    void close() {
        node.stop();
        database.close();
    }

    @Test
    void jobsRunOnThreadsThatJobRunrGave() {
        node.start();
        queue.enqueue(job());
        await().atMost(Duration.ofSeconds(20)).until(() -> threads.size() == 1);

        assertThat(threads.peek()).startsWith("lane-");
        assertThat(shifts("PROCESSING")).isEqualTo(2);

        node.stop();
        assertThat(shifts("SUCCEEDED")).isEqualTo(2);
        assertThat(database.countOf("jobrunr.jobrunr_backgroundjobservers")).isZero();
    }

    @Test
    void jobRunrIsStartedAgainWhenItGaveUp() {
        node.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> node.lanes() == 2);
        String first = server();

        database.jdbc().sql("alter schema jobrunr rename to away").update();
        // Its lanes were told to end, because their shifts are lost.
        await().atMost(Duration.ofSeconds(20)).until(() -> node.lanes() == 0);
        database.jdbc().sql("alter schema away rename to jobrunr").update();
        queue.enqueue(job());

        await().atMost(Duration.ofSeconds(20)).until(() -> threads.size() == 1);
        assertThat(server()).isNotEqualTo(first);
    }

    @Test
    void shiftsThatFailedLongAgoAreRemoved() {
        node.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> node.lanes() == 2);
        node.stop();
        database.jdbc()
                .sql("update jobrunr.jobrunr_jobs set state = 'FAILED', updatedat = now() - interval '2 hours'")
                .update();

        node.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> shifts("FAILED") == 0);
    }

    private static NewJob job() {
        return NewJob.of(FunctionHandler.TYPE, "{}");
    }

    private int shifts(String state) {
        return database.countOf("jobrunr.jobrunr_jobs where state = '%s'".formatted(state));
    }

    private String server() {
        return database.jdbc()
                .sql("select id from jobrunr.jobrunr_backgroundjobservers order by firstheartbeat desc limit 1")
                .query(String.class)
                .single();
    }
}
