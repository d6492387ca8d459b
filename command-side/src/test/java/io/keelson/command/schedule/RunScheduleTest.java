package io.keelson.command.schedule;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.command.BackfillSchedule;
import io.keelson.api.schedule.command.RunScheduleNow;
import io.keelson.api.schedule.event.ScheduleBackfillRequested;
import io.keelson.api.schedule.event.ScheduleDeleted;
import io.keelson.api.schedule.event.ScheduleDisabled;
import io.keelson.api.schedule.event.ScheduleRunRequested;
import io.keelson.fixture.ScheduleFixtures;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunScheduleTest {
    private static final ScheduleId ID = ScheduleFixtures.SCHEDULE_ID;
    private static final UUID RUN = UUID.fromString("00000000-0000-4000-8000-000000000031");
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-02T00:00:00Z");

    private final ScheduleCase given = new ScheduleCase();

    @Test
    void aRunIsAskedForAlsoWhileTheScheduleIsOff() {
        given.fixture
                .given(ScheduleFixtures.created(), new ScheduleDisabled(ID))
                .when(new RunScheduleNow(ID, RUN))
                .expectEvents(new ScheduleRunRequested(ID, RUN));
    }

    @Test
    void theSameRunIsAskedForOnce() {
        given.fixture
                .given(ScheduleFixtures.created(), new ScheduleRunRequested(ID, RUN))
                .when(new RunScheduleNow(ID, RUN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void pastFiresAreAskedForWithAReason() {
        given.fixture
                .given(ScheduleFixtures.created())
                .when(new BackfillSchedule(ID, FROM, TO), ScheduleCase.WITH_REASON)
                .expectEvents(new ScheduleBackfillRequested(ID, FROM, TO));
        given.fixture
                .given(ScheduleFixtures.created())
                .when(new BackfillSchedule(ID, FROM, TO))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void aRangeThatMakesNoSenseIsRefused() {
        given.checks.refusesBackfill = true;

        given.fixture
                .given(ScheduleFixtures.created())
                .when(new BackfillSchedule(ID, FROM, TO), ScheduleCase.WITH_REASON)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "to"));
    }

    @Test
    void aDeletedScheduleIsNotRun() {
        given.fixture
                .given(ScheduleFixtures.created(), new ScheduleDeleted(ID))
                .when(new RunScheduleNow(ID, RUN))
                .expectException(refusal(ErrorCode.WRONG_STATE, "scheduleId"));
    }
}
