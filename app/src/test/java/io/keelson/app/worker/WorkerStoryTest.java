package io.keelson.app.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two worker processes under load, and what happens to them: kills, standstills, drains, an absent database. The system
 * property {@code keelson.database-away} makes the absence longer, in seconds.
 */
class WorkerStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static WorkerSite site;

    @BeforeAll
    static void start() throws IOException {
        site = WorkerSite.start(2);
        System.out.println("Starts of two workers at once: "
                + Pattern.compile("Ready as worker after [^ \"]+")
                        .matcher(site.logOfWorkers())
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    @AfterAll
    static void stop() throws IOException {
        site.close();
    }

    @AfterEach
    void nothingIsLostAndNothingHappensTwice() {
        site.awaitAllFinished(PATIENCE);
        assertThat(site.count("jobs.platform_job where type = 'worker-story' and status <> 3"))
                .isZero();
        assertThat(site.count("worker_story.effect"))
                .isEqualTo(site.count("jobs.platform_job where type = 'worker-story'"));
        await().atMost(PATIENCE).until(() -> site.running().size() == 2);
    }

    @Test
    void theMoreUrgentBeginsFirstWithinTheWindowOfTheWorkers() {
        long seed = new Random().nextLong();
        System.out.println("WorkerStoryTest order seed " + seed);
        Random random = new Random(seed);
        List<UUID> jobs = site.enqueue(300, _ -> WorkerSite.job(10).withPriority(1 + random.nextInt(10)));
        site.awaitAllFinished(PATIENCE);

        int window = 2 * WorkerSite.LANES;
        List<Integer> priorities = site.jdbc()
                .sql("""
                    select priority from worker_story.begun join jobs.platform_job on id = job
                    where job = any(?) order by place""")
                .param(jobs.toArray(UUID[]::new))
                .query(Integer.class)
                .list();
        assertThat(priorities).hasSize(300);
        for (int place = 0; place < priorities.size(); place++) {
            int own = priorities.get(place);
            long overtaken = priorities.subList(0, place).stream()
                    .filter(earlier -> earlier < own)
                    .count();
            assertThat(overtaken)
                    .as("less urgent jobs before place %d of priority %d, seed %d", place, own, seed)
                    .isLessThanOrEqualTo(2L * window);
        }
    }

    @Test
    void theJobsOfAKilledWorkerRunElsewhereWithinTenSeconds() throws Exception {
        List<UUID> jobs = site.enqueue(40, _ -> WorkerSite.job(500));
        long victim = site.pids().getFirst();
        awaitAtWork(victim, 400);
        WorkerSite.signal(victim, "KILL");

        site.awaitAllFinished(PATIENCE);
        List<Double> again = site.jdbc()
                .sql("""
                    select extract(epoch from second.at - first.at)
                    from worker_story.begun first join worker_story.begun second on second.job = first.job
                    where first.pid = ? and second.pid <> first.pid and second.place > first.place
                      and first.job = any(?)""")
                .params(victim, jobs.toArray(UUID[]::new))
                .query(Double.class)
                .list();
        System.out.println("Jobs of the killed worker began again after seconds: " + again);
        // Measured from their first start, which is up to half a second before the kill.
        assertThat(again).isNotEmpty().allMatch(seconds -> seconds < 10.5);
        await().atMost(PATIENCE)
                .until(() -> site.running().size() == 2 && !site.pids().contains(victim));
    }

    @Test
    void aWorkerThatStoodStillIsOutrunAndItsLateResultsAreRefused() throws Exception {
        site.enqueue(40, _ -> WorkerSite.job(700));
        long victim = site.pids().getLast();
        awaitAtWork(victim, 500);
        WorkerSite.signal(victim, "STOP");
        try {
            site.awaitAllFinished(PATIENCE);
        } finally {
            WorkerSite.signal(victim, "CONT");
        }

        await().atMost(PATIENCE).until(() -> site.logOfWorkers().contains("results came late and were refused"));
        assertThat(site.count("worker_story.begun where attempt = 2")).isPositive();
        await().atMost(PATIENCE).until(() -> site.pids().contains(victim));
    }

    @Test
    void aDrainedWorkerEndsAfterItsJobsAndIsReplaced() {
        List<UUID> jobs = site.enqueue(30, _ -> WorkerSite.job(300));
        await().atMost(PATIENCE).until(() -> site.running().stream()
                .allMatch(worker -> worker.path("jobs").size() > 0));
        JsonNode worker = site.running().getFirst();
        assertThat(worker.path("roles").toString()).isEqualTo("[\"WORKER\"]");
        assertThat(worker.path("supervised").asBoolean()).isTrue();
        String id = worker.path("id").asString();

        JsonNode answer = site.client().data("""
                mutation($id: ID!) {
                  drainWorker(input: { workerId: $id, reason: "New machine" }) { worker { state drainReason } }
                }""", Map.of("id", id));

        assertThat(answer.path("drainWorker").path("worker").path("state").asString())
                .isEqualTo("DRAINING");
        await().atMost(PATIENCE).until(() -> site.workers("GONE").stream()
                .anyMatch(gone -> gone.path("id").asString().equals(id)));
        site.awaitAllFinished(PATIENCE);
        assertThat(site.jdbc()
                        .sql("select max(attempts) from jobs.platform_job where id = any(?)")
                        .param(jobs.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(site.jdbc()
                        .sql(
                                "select meta_data from event_store.domain_event where payload_type = 'worker.drain-requested'")
                        .query(String.class)
                        .single())
                .contains("New machine", "local-operator");
    }

    @Test
    void aWorkerEndsInTimeAlsoWithAJobThatNeverReturns() throws Exception {
        UUID job = site.enqueue(1, _ -> WorkerSite.stubbornJob()).getFirst();
        await().atMost(PATIENCE).until(() -> site.count("worker_story.begun where job = '" + job + "'") == 1);
        long pid = site.jdbc()
                .sql("select pid from worker_story.begun where job = ?")
                .param(job)
                .query(Long.class)
                .single();
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        long told = System.nanoTime();
        WorkerSite.signal(pid, "TERM");

        process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - told);
        System.out.println("A worker with a job that never returns ended after " + took);
        assertThat(took).isLessThanOrEqualTo(WorkerSite.GRACE.plusSeconds(5));
        assertThat(site.jdbc()
                        .sql("select attempts from jobs.platform_job where id = ?")
                        .param(job)
                        .query(Integer.class)
                        .single())
                .as("tries that were charged; the other worker may have begun one")
                .isLessThanOrEqualTo(1);
        site.jdbc().sql("insert into worker_story.release values (1)").update();
        site.awaitAllFinished(PATIENCE);
    }

    @Test
    void workersGoOnByThemselvesWhenTheDatabaseIsBack() throws Exception {
        Duration away = Duration.ofSeconds(Integer.getInteger("keelson.database-away", 11));
        int before = site.count("worker_story.effect");
        site.enqueue(200, _ -> WorkerSite.job(50));
        await().atMost(PATIENCE).until(() -> site.count("worker_story.effect") > before);
        List<Long> server = site.database();
        for (long pid : server) {
            WorkerSite.signal(pid, "STOP");
        }
        long stopped = System.nanoTime();
        try {
            assertThat(ready()).isFalse();
            await().atMost(away.plusSeconds(5)).until(() -> System.nanoTime() - stopped > away.toNanos());
        } finally {
            for (long pid : server) {
                WorkerSite.signal(pid, "CONT");
            }
        }

        long back = System.nanoTime();
        site.awaitAllFinished(PATIENCE);
        System.out.printf(
                "The database was away for %s; everything was done %s after its return%n",
                away, Duration.ofNanos(System.nanoTime() - back));
        await().atMost(PATIENCE).until(WorkerStoryTest::ready);
    }

    /** Waits until a worker has begun two jobs in the last milliseconds, so that it is at work on them now. */
    private static void awaitAtWork(long pid, int milliseconds) {
        String begun = "worker_story.begun where at > clock_timestamp() - interval '%d ms' and pid = %d";
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> site.count(begun.formatted(milliseconds, pid)) >= 2);
    }

    private static boolean ready() {
        try {
            return site.client().get("/health/ready").statusCode() == 200;
        } catch (RuntimeException noAnswer) {
            return false;
        }
    }
}
