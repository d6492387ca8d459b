package io.keelson.job.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.NewJob;
import io.keelson.job.worker.WorkerFleet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are small real ones, the database is real, and a node that dies is one that loses its database. */
class SupervisorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JobsDatabase database = new JobsDatabase();
    private final List<Supervisor> supervisors = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void end() {
        supervisors.forEach(Supervisor::stop);
        for (long pid : pids()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        database.close();
    }

    @Test
    void theMinimumIsStartedAndEndedWithTheNode() {
        Supervisor supervisor = supervisor(database.dataSource(), rule(2, 3)).started();
        List<Long> pids = awaitPids(2);

        supervisor.stop();

        assertThat(pids).noneMatch(SupervisorTest::lives);
        assertThat(database.countOf("jobs.worker_process")).isZero();
        assertThat(database.countOf("jobs.supervisor where expires_at > clock_timestamp()"))
                .isZero();
    }

    @Test
    void oneThatDiesIsReplacedAfterAPause() {
        supervisor(database.dataSource(), rule(1, 1)).started();
        long first = awaitPids(1).getFirst();
        long killed = System.nanoTime();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(this::pids, pids -> pids.size() == 1 && pids.getFirst() != first);

        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void thoseOfADeadSupervisorAreTakenOverAndNotDoubled() {
        CuttableDataSource dying = new CuttableDataSource(database.dataSource());
        supervisor(dying, rule(2, 2)).started();
        List<Long> pids = awaitPids(2);
        dying.cut();

        supervisor(database.dataSource(), rule(2, 2)).started();

        await().atMost(PATIENCE)
                .until(() ->
                        database.countOf("jobs.supervisor where epoch = 2 and expires_at > clock_timestamp()") == 1);
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> pids().equals(pids));
        assertThat(pids).allMatch(SupervisorTest::lives);
    }

    @Test
    void oneWhoseStartWasNotRecordedIsFoundByItsMark() throws Exception {
        UUID id = UUID.randomUUID();
        ProcessBuilder orphan = new ProcessBuilder("/bin/sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.05; done");
        orphan.environment().put(WorkerProgram.PROCESS_VARIABLE, id.toString());
        Process process = orphan.start();
        want(id, 0, "1 minute");

        supervisor(database.dataSource(), rule(1, 1)).started();

        assertThat(awaitPids(1)).containsExactly(process.pid());
    }

    @Test
    void oneThatWasNeverStartedGivesItsSlotBack() {
        want(UUID.randomUUID(), 0, "1 minute");

        supervisor(database.dataSource(), rule(1, 1)).started();

        assertThat(awaitPids(1)).allMatch(SupervisorTest::lives);
    }

    @Test
    void oneThatDoesNotEndIsKilledInTime() {
        ShellProgram stubborn = new ShellProgram(directory, "trap '' TERM; while :; do sleep 0.05; done");
        Supervisor supervisor =
                supervisor(database.dataSource(), rule(1, 1), stubborn).started();
        long pid = awaitPids(1).getFirst();
        long begun = System.nanoTime();

        supervisor.stop();

        assertThat(lives(pid)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aBacklogGetsOneAndTheNextOnlyWhenTheFirstHasArrived() {
        JobQueue queue = new JobQueue(database.dataSource(), () -> {});
        for (int job = 0; job < 50; job++) {
            queue.enqueue(NewJob.of("test", "{}"));
        }
        supervisor(database.dataSource(), rule(0, 3)).started();
        awaitPids(1);
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> pids().size() == 1);

        database.jdbc().sql("""
                    insert into jobs.worker (id, process_id, host, pid, roles, version, phase, last_seen, lanes, busy,
                      max_lanes, heap_used, heap_max)
                    select uuidv7(), id, 'here', pid, 'WORKER', '1', 'RUNNING', clock_timestamp() + interval '1 hour',
                      4, 4, 4, 0, 0 from jobs.worker_process""").update();

        awaitPids(2);
    }

    @Test
    void oneThatIsNotNeededIsToldSoAndNotKilled() {
        CuttableDataSource dying = new CuttableDataSource(database.dataSource());
        supervisor(dying, rule(2, 2)).started();
        List<Long> pids = awaitPids(2);
        dying.cut();

        supervisor(database.dataSource(), rule(0, 1)).started();

        await().atMost(PATIENCE)
                .until(() -> database.countOf("jobs.worker_process where stop_requested_at is not null") == 1);
        assertThat(pids).allMatch(SupervisorTest::lives);
    }

    private void want(UUID id, int slot, String ago) {
        database.jdbc().sql("""
                    insert into jobs.worker_process (id, machine, slot, epoch, created_at)
                    values (?, ?, ?, 1, clock_timestamp() - cast(? as interval))""").params(id, machine(), slot, ago).update();
    }

    private static String machine() {
        try {
            return Machine.name();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Long> awaitPids(int count) {
        await().atMost(PATIENCE).until(() -> pids().size() == count);
        return pids();
    }

    private List<Long> pids() {
        return database.jdbc()
                .sql("select pid from jobs.worker_process where pid is not null order by slot")
                .query(Long.class)
                .list();
    }

    private static boolean lives(long pid) {
        return LinuxProcess.find(pid).isPresent();
    }

    private Starting supervisor(DataSource dataSource, ScalingRule rule) {
        return supervisor(dataSource, rule, ShellProgram.polite(directory));
    }

    private Starting supervisor(DataSource dataSource, ScalingRule rule, WorkerProgram program) {
        SupervisorSettings settings =
                new SupervisorSettings(rule, new WorkerLimits(256, 1_000), Duration.ofSeconds(2), null);
        Supervisor supervisor =
                new Supervisor(dataSource, new WorkerFleet(dataSource, Duration.ofSeconds(6)), program, settings);
        supervisors.add(supervisor);
        return new Starting(supervisor);
    }

    private record Starting(Supervisor supervisor) {
        Supervisor started() {
            supervisor.start();
            return supervisor;
        }
    }

    private static ScalingRule rule(int min, int max) {
        return new ScalingRule(min, max, 4, 1, 0, Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
}
