package io.keelson.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.schedule.CronTiming;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.RunKind;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleState;
import io.keelson.api.schedule.Timing;
import io.keelson.api.schedule.event.ScheduleBackfillRequested;
import io.keelson.api.schedule.event.ScheduleChanged;
import io.keelson.api.schedule.event.ScheduleCreated;
import io.keelson.api.schedule.event.ScheduleDeleted;
import io.keelson.api.schedule.event.ScheduleDisabled;
import io.keelson.api.schedule.event.ScheduleEnabled;
import io.keelson.api.schedule.event.ScheduleEvent;
import io.keelson.api.schedule.event.SchedulePaused;
import io.keelson.api.schedule.event.ScheduleRunRequested;
import io.keelson.api.schedule.query.ScheduleView;
import io.keelson.fixture.ScheduleFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.ReplayStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduleRegisterTest {
    private static final Timing MINUTELY = new IntervalTiming(Duration.ofMinutes(1), Instant.EPOCH);
    private static final Timing HOURLY = new CronTiming("0 * * * *", "UTC");

    private final ScheduleWorld world = new ScheduleWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aDisabledScheduleDoesNotFireAndAnEnabledOneMakesUpForNothing() {
        ScheduleId id = world.create(ScheduleFixtures.simple(MINUTELY));
        world.tell(new ScheduleDisabled(id));
        world.fireAt(Duration.ofMinutes(10));
        assertThat(world.view(id).state()).isEqualTo(ScheduleState.DISABLED);
        assertThat(world.view(id).nextRunAt()).isNull();

        world.now.set(ScheduleWorld.START.plusSeconds(630));
        world.tell(new ScheduleEnabled(id));
        world.fireAt(Duration.ofMinutes(11));

        assertThat(world.jobs(id)).containsExactly(660L);
        assertThat(world.runs(id)).hasSize(1);
    }

    @Test
    void aChangedScheduleGoesByItsNewTimes() {
        ScheduleId id = world.create(ScheduleFixtures.simple(MINUTELY));
        world.tell(new ScheduleChanged(id, ScheduleFixtures.simple(HOURLY)));

        world.fireAt(Duration.ofMinutes(59));
        world.fireAt(Duration.ofMinutes(60));

        assertThat(world.jobs(id)).containsExactly(3_600L);
    }

    @Test
    void aChangeWhileItIsOffDoesNotSwitchItOn() {
        ScheduleId id = world.create(ScheduleFixtures.simple(MINUTELY));
        world.tell(new SchedulePaused(id, 3));
        world.tell(new ScheduleChanged(id, ScheduleFixtures.simple(HOURLY)));

        world.fireAt(Duration.ofHours(1));

        assertThat(world.jobs(id)).isEmpty();
        assertThat(world.view(id).state()).isEqualTo(ScheduleState.PAUSED);
    }

    @Test
    void aDeletedScheduleKeepsItsHistoryAndNeverFires() {
        ScheduleId id = world.create(ScheduleFixtures.simple(MINUTELY));
        world.fireAt(Duration.ofMinutes(1));
        world.tell(new ScheduleDeleted(id));
        world.fireAt(Duration.ofMinutes(2));

        assertThat(world.jobs(id)).containsExactly(60L);
        assertThat(world.runs(id)).hasSize(1);
        assertThat(world.view(id).state()).isEqualTo(ScheduleState.DELETED);
    }

    @Test
    void runNowDoesNotDisturbTheRhythm() {
        ScheduleId id = world.create(ScheduleFixtures.simple(MINUTELY));
        world.now.set(ScheduleWorld.START.plusSeconds(30));
        world.tell(new ScheduleRunRequested(id, UUID.randomUUID()));

        assertThat(world.jobs(id)).containsExactly(30L);
        assertThat(world.runs(id).getFirst().kind()).isEqualTo(RunKind.RUN_NOW);
        assertThat(world.view(id).lastRunAt()).isEqualTo(world.now.get());
        assertThat(world.view(id).nextRunAt()).isEqualTo(ScheduleWorld.START.plusSeconds(60));
        world.fireAt(Duration.ofMinutes(1));
        assertThat(world.jobs(id)).containsExactly(30L, 60L);
    }

    @Test
    void aBackfillMakesThePastFiresThatMadeNoJob() {
        ScheduleId id = world.create(ScheduleFixtures.simple(MINUTELY));
        world.fireAt(Duration.ofMinutes(1));
        world.end(id, 3);
        world.fireAt(Duration.ofMinutes(5));
        assertThat(world.jobs(id)).containsExactly(60L, 300L);

        world.tell(new ScheduleBackfillRequested(
                id, ScheduleWorld.START.minusSeconds(60), ScheduleWorld.START.plusSeconds(300)));

        assertThat(world.jobs(id)).containsExactly(-60L, 0L, 60L, 120L, 180L, 240L, 300L);
        assertThat(world.database.countOf("jobs.platform_job where serial_key like '%:backfill'"))
                .isEqualTo(5);
    }

    @Test
    void aSecondBackfillOfTheSameFiresMakesNothingMore() {
        ScheduleId id = world.create(ScheduleFixtures.simple(MINUTELY));
        ScheduleBackfillRequested backfill =
                new ScheduleBackfillRequested(id, ScheduleWorld.START.minusSeconds(120), ScheduleWorld.START);
        world.tell(backfill);
        world.end(id, 3);
        world.tell(backfill);

        assertThat(world.jobs(id)).containsExactly(-120L, -60L, 0L);
    }

    @Test
    void aReplayNeitherFiresNorMovesTheNextFire() {
        List<DomainEventMessage<ScheduleEvent>> history = livelyHistory();
        ScheduleId id = history.getFirst().getPayload().scheduleId();
        ScheduleView before = world.view(id);
        int jobs = world.database.countOf("jobs.platform_job");
        world.now.set(ScheduleWorld.START.plus(Duration.ofHours(2)));

        history.forEach(message -> world.tell(message, ReplayStatus.REPLAY));
        history.forEach(message -> world.tell(message, ReplayStatus.REGULAR));

        assertThat(world.view(id)).isEqualTo(before);
        assertThat(world.database.countOf("jobs.platform_job")).isEqualTo(jobs);
    }

    @Test
    void lostRowsAreMadeAnewByAReplayWithoutTheJobsOfThePast() {
        List<DomainEventMessage<ScheduleEvent>> history = livelyHistory();
        ScheduleId id = history.getFirst().getPayload().scheduleId();
        ScheduleView before = world.view(id);
        int jobs = world.database.countOf("jobs.platform_job");
        world.database.jdbc().sql("delete from jobs.platform_schedule").update();

        history.forEach(message -> world.tell(message, ReplayStatus.REPLAY));

        assertThat(world.view(id).definition()).isEqualTo(before.definition());
        assertThat(world.view(id).state()).isEqualTo(ScheduleState.ENABLED);
        assertThat(world.database.countOf("jobs.platform_job")).isEqualTo(jobs);
        world.end(id, 3);
        world.fireAt(Duration.ofMinutes(5));
        assertThat(world.jobs(id)).doesNotHaveDuplicates().contains(300L);
    }

    /** Created, fired twice, run by hand, disabled and enabled. */
    private List<DomainEventMessage<ScheduleEvent>> livelyHistory() {
        List<DomainEventMessage<ScheduleEvent>> history = new ArrayList<>();
        ScheduleId id = ScheduleId.random();
        history.add(
                world.tell(new ScheduleCreated(id, ScheduleFixtures.OWNER, ScheduleFixtures.simple(MINUTELY), true)));
        world.fireAt(Duration.ofMinutes(1));
        world.now.set(ScheduleWorld.START.plusSeconds(90));
        history.add(world.tell(new ScheduleRunRequested(id, UUID.randomUUID())));
        world.end(id, 3);
        world.fireAt(Duration.ofMinutes(2));
        history.add(world.tell(new ScheduleDisabled(id)));
        history.add(world.tell(new ScheduleEnabled(id)));
        world.end(id, 3);
        world.fireAt(Duration.ofMinutes(4));
        return history;
    }
}
