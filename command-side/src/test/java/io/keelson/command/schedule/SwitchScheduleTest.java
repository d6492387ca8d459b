package io.keelson.command.schedule;

import static io.keelson.command.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.command.DeleteSchedule;
import io.keelson.api.schedule.command.DisableSchedule;
import io.keelson.api.schedule.command.EnableSchedule;
import io.keelson.api.schedule.command.PauseSchedule;
import io.keelson.api.schedule.event.ScheduleDeleted;
import io.keelson.api.schedule.event.ScheduleDisabled;
import io.keelson.api.schedule.event.ScheduleEnabled;
import io.keelson.api.schedule.event.SchedulePaused;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.fixture.ScheduleFixtures;
import io.keelson.fixture.TenantFixtures;
import org.junit.jupiter.api.Test;

class SwitchScheduleTest {
    private static final ScheduleId ID = ScheduleFixtures.SCHEDULE_ID;

    private final ScheduleCase given = new ScheduleCase();

    @Test
    void aScheduleIsDisabledWithAReason() {
        given.fixture
                .given(ScheduleFixtures.created())
                .when(new DisableSchedule(ID), ScheduleCase.WITH_REASON)
                .expectEvents(new ScheduleDisabled(ID));
        given.fixture
                .given(ScheduleFixtures.created())
                .when(new DisableSchedule(ID))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void disablingOrEnablingTwiceRecordsNothingMore() {
        given.fixture
                .given(ScheduleFixtures.created(), new ScheduleDisabled(ID))
                .when(new DisableSchedule(ID), ScheduleCase.WITH_REASON)
                .expectNoEvents();
        given.fixture
                .given(ScheduleFixtures.created())
                .when(new EnableSchedule(ID))
                .expectNoEvents();
    }

    @Test
    void aDisabledOrPausedScheduleIsEnabled() {
        given.fixture
                .given(ScheduleFixtures.created(), new ScheduleDisabled(ID))
                .when(new EnableSchedule(ID))
                .expectEvents(new ScheduleEnabled(ID));
        given.fixture
                .given(ScheduleFixtures.created(), new SchedulePaused(ID, 3))
                .when(new EnableSchedule(ID))
                .expectEvents(new ScheduleEnabled(ID));
    }

    @Test
    void whatWouldNeverFireIsNotEnabled() {
        given.checks.neverFires = ScheduleFixtures.TIMING;

        given.fixture
                .given(ScheduleFixtures.created(), new ScheduleDisabled(ID))
                .when(new EnableSchedule(ID))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "cron"));
    }

    @Test
    void itIsPausedOnlyWhenNobodyChangedItSinceTheFailures() {
        given.fixture
                .given(ScheduleFixtures.created())
                .when(new PauseSchedule(ID, 3, 0))
                .expectEvents(new SchedulePaused(ID, 3));
        given.fixture
                .given(ScheduleFixtures.created(), new ScheduleDisabled(ID), new ScheduleEnabled(ID))
                .when(new PauseSchedule(ID, 3, 0))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given.fixture
                .given(ScheduleFixtures.created(), new SchedulePaused(ID, 3))
                .when(new PauseSchedule(ID, 3, 1))
                .expectNoEvents();
    }

    @Test
    void deletingFreesTheNameAndNeedsAReason() {
        ClaimKey name = new ClaimKey(ClaimKind.SCHEDULE_NAME, TenantFixtures.TENANT_ID + "/" + ScheduleFixtures.NAME);
        given.claims.claim(name, ID.toString());

        given.fixture
                .given(ScheduleFixtures.created())
                .when(new DeleteSchedule(ID))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
        given.fixture
                .given(ScheduleFixtures.created())
                .when(new DeleteSchedule(ID), ScheduleCase.WITH_REASON)
                .expectEvents(new ScheduleDeleted(ID));
        assertThat(given.claims.isFree(name)).isTrue();
    }

    @Test
    void deletingTwiceRecordsNothingMoreAndNothingElseIsPossible() {
        given.fixture
                .given(ScheduleFixtures.created(), new ScheduleDeleted(ID))
                .when(new DeleteSchedule(ID), ScheduleCase.WITH_REASON)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given.fixture
                .given(ScheduleFixtures.created(), new ScheduleDeleted(ID))
                .when(new EnableSchedule(ID))
                .expectException(refusal(ErrorCode.WRONG_STATE, "scheduleId"));
    }
}
