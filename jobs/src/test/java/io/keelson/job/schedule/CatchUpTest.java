package io.keelson.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.schedule.CatchUpMode;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.OneTimeTiming;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.RunRules;
import io.keelson.api.schedule.RunState;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.Timing;
import io.keelson.api.schedule.query.ScheduleRunView;
import io.keelson.fixture.ScheduleFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All nodes were down over several fires. */
class CatchUpTest {
    private static final Timing MINUTELY = new IntervalTiming(Duration.ofMinutes(1), Instant.EPOCH);
    private static final Duration TEN_MINUTES_LATER = Duration.ofSeconds(10 * 60 + 20);

    private final ScheduleWorld world = new ScheduleWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theLatestFireIsMadeUpForAndTheOthersAreMissed() {
        ScheduleId id = schedule(MINUTELY, Duration.ofMinutes(1), CatchUpMode.LATEST);

        world.fireAt(TEN_MINUTES_LATER);

        assertThat(world.jobs(id)).containsExactly(600L);
        ScheduleRunView missed = world.runs(id).getLast();
        assertThat(missed.state()).isEqualTo(RunState.MISSED);
        assertThat(missed.scheduledFor()).isEqualTo(ScheduleWorld.START.plusSeconds(60));
        assertThat(missed.until()).isEqualTo(ScheduleWorld.START.plusSeconds(540));
        assertThat(missed.fires()).isEqualTo(9);
        assertThat(world.view(id).nextRunAt()).isEqualTo(ScheduleWorld.START.plusSeconds(660));
    }

    @Test
    void allFiresOfTheWindowAreMadeUpForInOrder() {
        ScheduleId id = schedule(MINUTELY, Duration.ofMinutes(3), CatchUpMode.ALL);

        world.fireAt(TEN_MINUTES_LATER);

        assertThat(world.jobs(id)).containsExactly(480L, 540L, 600L);
        assertThat(world.runs(id).getLast().fires()).isEqualTo(7);
        assertThat(world.view(id).nextRunAt()).isEqualTo(ScheduleWorld.START.plusSeconds(660));
    }

    @Test
    void nothingIsMissedWithinALongWindow() {
        ScheduleId id = schedule(MINUTELY, Duration.ofHours(1), CatchUpMode.ALL);

        world.fireAt(TEN_MINUTES_LATER);

        assertThat(world.jobs(id))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10)
                        .mapToObj(minute -> minute * 60)
                        .toList());
        assertThat(world.runs(id)).hasSize(10);
    }

    @Test
    void aFireBeyondTheWindowIsMissedInEitherMode() {
        Timing hourly = new IntervalTiming(Duration.ofHours(1), Instant.EPOCH);
        List<ScheduleId> ids = List.of(
                schedule(hourly, Duration.ofMinutes(1), CatchUpMode.LATEST),
                schedule(hourly, Duration.ofMinutes(1), CatchUpMode.ALL));

        world.fireAt(Duration.ofMinutes(150));

        assertThat(ids).allSatisfy(id -> {
            assertThat(world.jobs(id)).isEmpty();
            assertThat(world.runs(id)).hasSize(1);
            assertThat(world.runs(id).getFirst().fires()).isEqualTo(2);
            assertThat(world.view(id).lastRunAt()).isNull();
            assertThat(world.view(id).nextRunAt()).isEqualTo(ScheduleWorld.START.plus(Duration.ofHours(3)));
        });
    }

    @Test
    void aMomentThatPassedWhileAllWereDownIsMissedForGood() {
        ScheduleId id =
                schedule(new OneTimeTiming(ScheduleWorld.START.plusSeconds(5)), Duration.ofMinutes(1), CatchUpMode.ALL);

        world.fireAt(Duration.ofMinutes(5));

        assertThat(world.jobs(id)).isEmpty();
        assertThat(world.runs(id)).extracting(ScheduleRunView::state).containsExactly(RunState.MISSED);
    }

    @Test
    void aWeekOfSecondsIsCaughtUpInNoTimeAndCountedUpToTenThousand() {
        ScheduleId id = schedule(
                new IntervalTiming(Duration.ofSeconds(1), Instant.EPOCH), Duration.ofMinutes(1), CatchUpMode.LATEST);
        long begin = System.nanoTime();

        world.fireAt(Duration.ofDays(7));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(world.jobs(id)).containsExactly(Duration.ofDays(7).toSeconds());
        ScheduleRunView missed = world.runs(id).getLast();
        assertThat(missed.fires()).isEqualTo(10_000);
        assertThat(missed.until()).isEqualTo(world.now.get().minusSeconds(1));
    }

    @Test
    void thousandsOfFiresAreCaughtUpInParts() {
        ScheduleId id = schedule(
                new IntervalTiming(Duration.ofSeconds(1), Instant.EPOCH), Duration.ofHours(1), CatchUpMode.ALL);

        world.fireAt(Duration.ofSeconds(2_500));

        assertThat(world.jobs(id))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2_500).boxed().toList());
    }

    private ScheduleId schedule(Timing timing, Duration window, CatchUpMode mode) {
        RunRules rules = new RunRules(OverlapPolicy.ALLOW, window, mode, Duration.ZERO, 0);
        return world.create(new ScheduleDefinition(ScheduleFixtures.NAME, "", timing, ScheduleFixtures.JOB, rules));
    }
}
