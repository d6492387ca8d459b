package io.keelson.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.schedule.CatchUpMode;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.RunRules;
import io.keelson.api.schedule.RunState;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.event.ScheduleRunRequested;
import io.keelson.api.schedule.query.ScheduleRunView;
import io.keelson.fixture.ScheduleFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A job takes longer than the time between two fires. */
class OverlapTest {
    private final ScheduleWorld world = new ScheduleWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void withSkipThereIsOneUnfinishedJob() {
        ScheduleId id = schedule(OverlapPolicy.SKIP);
        fireMinutes(1, 3);

        assertThat(world.jobs(id)).containsExactly(60L);
        assertThat(world.runs(id))
                .extracting(ScheduleRunView::state)
                .containsExactly(RunState.SKIPPED, RunState.SKIPPED, RunState.PENDING);

        world.end(id, 3);
        fireMinutes(4, 4);
        assertThat(world.jobs(id)).containsExactly(60L, 240L);
    }

    @Test
    void withBufferOneOneMoreWaitsForTheFirst() {
        ScheduleId id = schedule(OverlapPolicy.BUFFER_ONE);
        fireMinutes(1, 4);

        assertThat(world.jobs(id)).containsExactly(60L, 120L);
        assertThat(world.database.countOf("jobs.platform_job where serial_key = 'schedule:%s'".formatted(id.value())))
                .isEqualTo(2);
    }

    @Test
    void withAllowEveryFireMakesAJob() {
        ScheduleId id = schedule(OverlapPolicy.ALLOW);
        fireMinutes(1, 4);

        assertThat(world.jobs(id)).containsExactly(60L, 120L, 180L, 240L);
        assertThat(world.database.countOf("jobs.platform_job where status = 1")).isEqualTo(4);
    }

    @Test
    void aRunThatSomebodyAskedForIsNeitherHeldBackNorInTheWay() {
        ScheduleId id = schedule(OverlapPolicy.SKIP);
        world.now.set(ScheduleWorld.START.plusSeconds(30));
        world.tell(new ScheduleRunRequested(id, UUID.randomUUID()));
        fireMinutes(1, 1);
        world.now.set(ScheduleWorld.START.plusSeconds(90));
        world.tell(new ScheduleRunRequested(id, UUID.randomUUID()));

        assertThat(world.jobs(id)).containsExactly(30L, 60L, 90L);
    }

    private void fireMinutes(int first, int last) {
        for (int minute = first; minute <= last; minute++) {
            world.fireAt(Duration.ofMinutes(minute));
        }
    }

    private ScheduleId schedule(OverlapPolicy overlap) {
        RunRules rules = new RunRules(overlap, Duration.ofMinutes(1), CatchUpMode.LATEST, Duration.ZERO, 0);
        IntervalTiming minutely = new IntervalTiming(Duration.ofMinutes(1), Instant.EPOCH);
        return world.create(new ScheduleDefinition(ScheduleFixtures.NAME, "", minutely, ScheduleFixtures.JOB, rules));
    }
}
