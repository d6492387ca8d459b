package io.keelson.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.schedule.CatchUpMode;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.RunRules;
import io.keelson.api.schedule.RunState;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.query.ScheduleRunView;
import io.keelson.fixture.ScheduleFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes look at the same second, and one of them dies somewhere on its way. */
class DyingNodeTest {
    private static final int TICKS = Integer.getInteger("keelson.ticks", 50);
    private static final int MOST_CALLS = 12;
    private static final long SEED = Long.getLong("keelson.seed", new Random().nextLong());

    private final ScheduleWorld world = new ScheduleWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyTickMakesOneJobWhereverTheOtherNodeDies() throws Exception {
        System.out.printf("DyingNodeTest: -Dkeelson.seed=%d%n", SEED);
        Random random = new Random(SEED);
        List<ScheduleId> schedules = Stream.generate(this::minutely).limit(3).toList();
        int deaths = 0;
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (int tick = 1; tick <= TICKS; tick++) {
                world.now.set(ScheduleWorld.START.plus(Duration.ofMinutes(tick)));
                CyclicBarrier start = new CyclicBarrier(2);
                int callsToLive = 1 + random.nextInt(MOST_CALLS);
                boolean afterTheCall = random.nextBoolean();
                Future<Boolean> mortal = nodes.submit(() -> died(callsToLive, afterTheCall, start));
                Future<?> other = nodes.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return world.firing().fireAllDue();
                });
                deaths += mortal.get(20, TimeUnit.SECONDS) ? 1 : 0;
                other.get(20, TimeUnit.SECONDS);
                lookUntilNothingIsDue();
            }
        }

        List<Long> every =
                LongStream.rangeClosed(1, TICKS).mapToObj(minute -> minute * 60).toList();
        System.out.printf("DyingNodeTest: %d of %d nodes died%n", deaths, TICKS);
        assertThat(deaths).isGreaterThan(TICKS / 4);
        assertThat(schedules).allSatisfy(id -> {
            assertThat(world.jobs(id)).isEqualTo(every);
            assertThat(world.runs(id))
                    .hasSize(TICKS)
                    .extracting(ScheduleRunView::state)
                    .containsOnly(RunState.PENDING);
        });
    }

    @Test
    void aNodeThatDiesAloneLeavesTheTickToTheNextOne() {
        ScheduleId id = minutely();
        for (int calls = 1; calls <= MOST_CALLS; calls++) {
            world.now.set(ScheduleWorld.START.plus(Duration.ofMinutes(calls)));
            boolean _ = died(calls, calls % 2 == 0, null);
            lookUntilNothingIsDue();

            assertThat(world.jobs(id)).as("death at call %d", calls).hasSize(calls);
        }
    }

    /** What the dead one had locked is free as soon as the server notices its death; a living node looks every second. */
    private void lookUntilNothingIsDue() {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    world.firing().fireAllDue();
                    return world.database.countOf(
                                    "jobs.platform_schedule where due_at <= '%s'".formatted(world.now.get()))
                            == 0;
                });
    }

    private boolean died(int callsToLive, boolean afterTheCall, CyclicBarrier start) {
        try {
            Firing firing = world.firing(new MortalDataSource(world.database.dataSource(), callsToLive, afterTheCall));
            if (start != null) {
                start.await(10, TimeUnit.SECONDS);
            }
            firing.fireAllDue();
            return false;
        } catch (MortalDataSource.Death e) {
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ScheduleId minutely() {
        RunRules rules = new RunRules(OverlapPolicy.ALLOW, Duration.ofMinutes(1), CatchUpMode.LATEST, Duration.ZERO, 0);
        return world.create(new ScheduleDefinition(
                ScheduleFixtures.NAME,
                "",
                new IntervalTiming(Duration.ofMinutes(1), Instant.EPOCH),
                ScheduleFixtures.JOB,
                rules));
    }
}
