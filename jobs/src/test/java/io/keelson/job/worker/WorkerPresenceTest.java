package io.keelson.job.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.worker.NodeRole;
import io.keelson.job.FunctionHandler;
import io.keelson.job.JobsDatabase;
import io.keelson.job.ThreadShifts;
import io.keelson.job.queue.JobNode;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobSignals;
import io.keelson.job.queue.NewJob;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerPresenceTest {
    private static final int READY = 1;
    private static final int RUNNING = 2;
    private static final int SUCCEEDED = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final JobsDatabase database = new JobsDatabase();
    private final JobSignals signals = new JobSignals(database.dataSource());
    private final JobQueue queue = new JobQueue(database.dataSource(), signals);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger drained = new AtomicInteger();
    private @Nullable WorkerPresence worker;

    @AfterEach
    void close() {
        end.countDown();
        if (worker != null) {
            worker.stop();
        }
        database.close();
    }

    @Test
    void aWorkerShowsHowItIsUntilItIsGone() {
        WorkerPresence started = start(EnumSet.allOf(NodeRole.class), null);
        enqueue();

        await().atMost(PATIENCE)
                .until(() ->
                        database.countOf("""
                    jobs.worker where phase = 'RUNNING' and busy = 1 and lanes >= 1 and max_lanes = 8
                      and heap_used > 0 and heap_max > heap_used and roles = 'API,WORKER,PROJECTOR'
                      and pid = %d and ended_at is null""".formatted(ProcessHandle.current().pid())) == 1);
        end.countDown();
        started.stop();

        assertThat(database.countOf("jobs.worker where ended_at is not null and busy = 0"))
                .isEqualTo(1);
    }

    @Test
    void aDrainedWorkerFinishesItsJobsAndTakesNoMoreUntilItIsResumed() {
        start(EnumSet.allOf(NodeRole.class), null);
        UUID running = enqueue();
        awaitStatus(running, RUNNING);
        order(true);
        await().atMost(PATIENCE).until(() -> phase().equals("DRAINING"));
        UUID late = enqueue();

        end.countDown();
        awaitStatus(running, SUCCEEDED);
        await().during(Duration.ofMillis(1_500)).atMost(PATIENCE).until(() -> database.status(late) == READY);
        order(false);

        awaitStatus(late, SUCCEEDED);
        await().atMost(PATIENCE).until(() -> phase().equals("RUNNING"));
        assertThat(drained).hasValue(0);
    }

    @Test
    void aProcessThatIsNothingButAWorkerEndsAfterItsLastJob() {
        start(Set.of(NodeRole.WORKER), null);
        UUID running = enqueue();
        awaitStatus(running, RUNNING);
        order(true);
        await().atMost(PATIENCE).until(() -> phase().equals("DRAINING"));
        assertThat(drained).hasValue(0);

        end.countDown();

        await().atMost(PATIENCE).until(() -> drained.get() == 1);
        await().during(Duration.ofMillis(1_500)).atMost(PATIENCE).until(() -> drained.get() == 1);
        assertThat(database.status(running)).isEqualTo(SUCCEEDED);
    }

    @Test
    void aSupervisedProcessThatNobodyWantsTakesNoJobAtAll() {
        UUID job = enqueue();
        start(Set.of(NodeRole.WORKER), UUID.randomUUID());

        await().atMost(PATIENCE).until(() -> drained.get() == 1);
        assertThat(database.status(job)).isEqualTo(READY);
    }

    @Test
    void aSupervisedProcessThatIsWantedWorksUntilItIsNot() {
        UUID process = UUID.randomUUID();
        database.jdbc()
                .sql("insert into jobs.supervisor values ('here', uuidv7(), 1, clock_timestamp())")
                .update();
        database.jdbc()
                .sql("insert into jobs.worker_process (id, machine, slot, epoch) values (?, 'here', 0, 1)")
                .param(process)
                .update();
        end.countDown();
        start(Set.of(NodeRole.WORKER), process);
        awaitStatus(enqueue(), SUCCEEDED);
        assertThat(drained).hasValue(0);

        database.jdbc()
                .sql("update jobs.worker_process set stop_requested_at = clock_timestamp()")
                .update();

        await().atMost(PATIENCE).until(() -> drained.get() == 1);
    }

    private WorkerPresence start(Set<NodeRole> roles, @Nullable UUID process) {
        FunctionHandler handler = new FunctionHandler(_ -> end.await());
        JobNode node = new JobNode(
                database.dataSource(), signals, new ThreadShifts(), JobsDatabase.SETTINGS, List.of(handler));
        worker = new WorkerPresence(
                database.dataSource(),
                new WorkerProfile(roles, process, "1"),
                node,
                Duration.ofHours(1),
                drained::incrementAndGet);
        worker.start();
        return worker;
    }

    private UUID enqueue() {
        return queue.enqueue(NewJob.of(FunctionHandler.TYPE, "{}")).id();
    }

    private void order(boolean drain) {
        await().atMost(PATIENCE)
                .until(() -> database.jdbc()
                                .sql("update jobs.worker set drain = ?")
                                .param(drain)
                                .update()
                        == 1);
    }

    private String phase() {
        return database.jdbc()
                .sql("select phase from jobs.worker")
                .query(String.class)
                .single();
    }

    private void awaitStatus(UUID job, int status) {
        await().atMost(PATIENCE).until(() -> database.status(job) == status);
    }
}
