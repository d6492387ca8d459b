package io.keelson.app.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Worker processes are killed, or stand still for longer than it takes to be declared dead, at random moments while there
 * is work. Two blows by default; the system property {@code keelson.worker-campaign} asks for more, {@code
 * keelson.fault-seed} repeats a run.
 */
class WorkerCampaignTest {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerCampaignTest.class);
    private static final Duration STANDSTILL = Duration.ofSeconds(8);
    private static final int JOBS_PER_BLOW = 150;

    private final int blows = Integer.getInteger("keelson.worker-campaign", 2);
    private final long seed = Long.getLong("keelson.fault-seed", 22);

    @Test
    void everyJobHasItsEffectOnceWhateverHappensToWorkers() throws Exception {
        LOG.info("Worker campaign of {} blows with -Dkeelson.fault-seed={}", blows, seed);
        Random random = new Random(seed);
        try (WorkerSite site = WorkerSite.start(2)) {
            for (int blow = 0; blow < blows; blow++) {
                site.enqueue(
                        JOBS_PER_BLOW, _ -> WorkerSite.job(random.nextInt(60)).withPriority(1 + random.nextInt(10)));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
                await().atMost(Duration.ofSeconds(60)).until(() -> !site.pids().isEmpty());
                List<Long> pids = site.pids();
                strike(pids.get(random.nextInt(pids.size())), blow % 4 == 3);
            }
            site.awaitAllFinished(Duration.ofSeconds(60));

            int jobs = blows * JOBS_PER_BLOW;
            assertThat(site.count("jobs.platform_job where type = 'worker-story' and status = 3"))
                    .isEqualTo(jobs);
            assertThat(site.count("worker_story.effect")).isEqualTo(jobs);
            LOG.info("{} jobs, {} begun more than once", jobs, site.count("worker_story.begun") - jobs);
        }
    }

    private static void strike(long pid, boolean standstill) throws Exception {
        LOG.info("Worker {} {}", pid, standstill ? "stands still" : "is killed");
        if (standstill) {
            WorkerSite.signal(pid, "STOP");
            TimeUnit.MILLISECONDS.sleep(STANDSTILL.toMillis());
            WorkerSite.signal(pid, "CONT");
        } else {
            WorkerSite.signal(pid, "KILL");
        }
    }
}
