package io.keelson.command.schedule;

import static io.keelson.command.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.schedule.CronTiming;
import io.keelson.api.schedule.JobTemplate;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.ScheduleChange;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleName;
import io.keelson.api.schedule.Timing;
import io.keelson.api.schedule.command.ChangeSchedule;
import io.keelson.api.schedule.event.ScheduleChanged;
import io.keelson.api.schedule.event.ScheduleDeleted;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.fixture.ScheduleFixtures;
import io.keelson.fixture.TenantFixtures;
import org.junit.jupiter.api.Test;

class ChangeScheduleTest {
    private static final Timing DAILY = new CronTiming("0 6 * * *", "Europe/Berlin");
    private static final JobTemplate OTHER_JOB = new JobTemplate("test", "{}", null, 9, JobTemplate.Attempts.OF_TYPE);
    private static final ScheduleName OTHER_NAME = new ScheduleName("Morning report");

    private final ScheduleCase given = new ScheduleCase();

    @Test
    void onlyWhatIsGivenIsChanged() {
        given.fixture
                .given(ScheduleFixtures.created())
                .when(change(new ScheduleChange(null, null, DAILY, null, ScheduleChange.Rules.UNCHANGED)))
                .expectEvents(ScheduleFixtures.changed(DAILY));
    }

    @Test
    void rulesAreChangedOneByOne() {
        ScheduleChange.Rules rules = new ScheduleChange.Rules(OverlapPolicy.ALLOW, null, null, null, 0);
        ScheduleDefinition before = ScheduleFixtures.DEFINITION;

        given.fixture
                .given(ScheduleFixtures.created())
                .when(change(new ScheduleChange(null, null, null, null, rules)))
                .expectEvents(new ScheduleChanged(
                        ScheduleFixtures.SCHEDULE_ID,
                        new ScheduleDefinition(
                                before.name(),
                                before.description(),
                                before.timing(),
                                before.job(),
                                rules.applyTo(before.rules()))));
    }

    @Test
    void aNewNameIsClaimedAndTheOldOneIsFree() {
        given.claims.claim(name(ScheduleFixtures.NAME), ScheduleFixtures.SCHEDULE_ID.toString());

        given.fixture
                .given(ScheduleFixtures.created())
                .when(change(new ScheduleChange(OTHER_NAME, null, null, null, ScheduleChange.Rules.UNCHANGED)))
                .expectSuccessfulHandlerExecution();

        assertThat(given.claims.isFree(name(ScheduleFixtures.NAME))).isTrue();
        assertThat(given.claims.isFree(name(OTHER_NAME))).isFalse();
    }

    @Test
    void aTakenNameIsRefused() {
        given.claims.claim(name(OTHER_NAME), "schedule:other");

        given.fixture
                .given(ScheduleFixtures.created())
                .when(change(new ScheduleChange(OTHER_NAME, null, null, null, ScheduleChange.Rules.UNCHANGED)))
                .expectException(refusal(ErrorCode.NAME_TAKEN, "name"))
                .expectNoEvents();
    }

    @Test
    void aChangeThatChangesNothingRecordsNothing() {
        given.checks.neverFires = ScheduleFixtures.TIMING;

        given.fixture
                .given(ScheduleFixtures.created())
                .when(change(new ScheduleChange(
                        ScheduleFixtures.NAME, null, ScheduleFixtures.TIMING, null, ScheduleChange.Rules.UNCHANGED)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whatIsNewIsCheckedLikeInANewSchedule() {
        given.checks.neverFires = DAILY;
        given.checks.notRunnable = OTHER_JOB;

        given.fixture
                .given(ScheduleFixtures.created())
                .when(change(new ScheduleChange(null, null, DAILY, null, ScheduleChange.Rules.UNCHANGED)))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "cron"));
        given.fixture
                .given(ScheduleFixtures.created())
                .when(change(new ScheduleChange(null, null, null, OTHER_JOB, ScheduleChange.Rules.UNCHANGED)))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "job.type"));
    }

    @Test
    void aDeletedScheduleIsNotChanged() {
        given.fixture
                .given(ScheduleFixtures.created(), new ScheduleDeleted(ScheduleFixtures.SCHEDULE_ID))
                .when(change(new ScheduleChange(null, null, DAILY, null, ScheduleChange.Rules.UNCHANGED)))
                .expectException(refusal(ErrorCode.WRONG_STATE, "scheduleId"));
    }

    private static ChangeSchedule change(ScheduleChange change) {
        return new ChangeSchedule(ScheduleFixtures.SCHEDULE_ID, change);
    }

    private static ClaimKey name(ScheduleName name) {
        return new ClaimKey(ClaimKind.SCHEDULE_NAME, TenantFixtures.TENANT_ID + "/" + name);
    }
}
