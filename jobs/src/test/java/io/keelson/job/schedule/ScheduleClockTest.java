package io.keelson.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.schedule.CatchUpMode;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.OneTimeTiming;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.RunRules;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.event.ScheduleDeleted;
import io.keelson.fixture.ScheduleFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real clocks on two nodes, in real time. */
class ScheduleClockTest {
    /** Rare enough that only a call makes a clock look in time. */
    private static final ScheduleSettings LOOKING_RARELY =
            new ScheduleSettings(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofDays(1), 1_000);

    private final ScheduleWorld world = new ScheduleWorld();
    private final ScheduleClock one = clock();
    private final ScheduleClock other = clock();

    @BeforeEach
    void start() {
        world.now.set(databaseTime());
        one.start();
        other.start();
    }

    @AfterEach
    void close() {
        one.stop();
        other.stop();
        world.close();
    }

    @Test
    void everySecondMakesOneJobAtMostFiftyMillisecondsLate() {
        RunRules rules = new RunRules(OverlapPolicy.ALLOW, Duration.ofMinutes(1), CatchUpMode.ALL, Duration.ZERO, 0);
        ScheduleId id = world.create(new ScheduleDefinition(
                ScheduleFixtures.NAME,
                "",
                new IntervalTiming(Duration.ofSeconds(1), Instant.EPOCH),
                ScheduleFixtures.JOB,
                rules));

        await().atMost(Duration.ofSeconds(20)).until(() -> runs(id) >= 5);
        world.tell(new ScheduleDeleted(id));

        List<Double> lateness = world.database
                .jdbc()
                .sql("select extract(epoch from recorded_at - fire_time) * 1000"
                        + " from jobs.platform_schedule_run order by 1")
                .query(Double.class)
                .list();
        System.out.printf("ScheduleClockTest: late by %s ms%n", lateness);
        assertThat(lateness.getFirst()).isBetween(0.0, 50.0);
    }

    @Test
    void aScheduleThatIsNewIsHeardOfAtOnce() {
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        world.now.set(databaseTime());
        ScheduleId id = world.create(
                ScheduleFixtures.simple(new OneTimeTiming(world.now.get().plusMillis(700))));

        await().atMost(Duration.ofSeconds(10)).until(() -> runs(id) == 1);
    }

    @Test
    void aClockThatIsStoppedFiresNoMore() {
        one.stop();
        other.stop();
        ScheduleId id = world.create(ScheduleFixtures.simple(new IntervalTiming(Duration.ofSeconds(1), Instant.EPOCH)));

        await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);

        assertThat(runs(id)).isZero();
        assertThat(one.isRunning()).isFalse();
    }

    private ScheduleClock clock() {
        return new ScheduleClock(
                world.database.dataSource(),
                ScheduleWorld.queue(world.database.dataSource()),
                world.types,
                DatabaseTime.POSTGRESQL,
                LOOKING_RARELY);
    }

    private int runs(ScheduleId id) {
        return world.database.countOf(
                "jobs.platform_schedule_run where result = 'STARTED' and schedule_id = '%s'".formatted(id.value()));
    }

    private Instant databaseTime() {
        return DatabaseTime.POSTGRESQL.now(world.database.jdbc());
    }
}
