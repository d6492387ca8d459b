package io.keelson.command.schedule;

import static io.keelson.command.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleOwner;
import io.keelson.api.schedule.command.CreateSchedule;
import io.keelson.api.schedule.event.ScheduleCreated;
import io.keelson.api.tenant.TenantId;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.fixture.ScheduleFixtures;
import io.keelson.fixture.TenantFixtures;
import org.junit.jupiter.api.Test;

class CreateScheduleTest {
    private final ScheduleCase given = new ScheduleCase();

    @Test
    void aScheduleIsCreated() {
        given.fixture
                .givenNoPriorActivity()
                .when(ScheduleFixtures.createSchedule())
                .expectResultMessagePayload(ScheduleFixtures.SCHEDULE_ID)
                .expectEvents(ScheduleFixtures.created());
    }

    @Test
    void aRepeatedRequestIsAnsweredLikeTheFirst() {
        given.claims.claim(name(TenantFixtures.TENANT_ID + "/"), ScheduleFixtures.SCHEDULE_ID.toString());

        given.fixture
                .givenNoPriorActivity()
                .when(ScheduleFixtures.createSchedule())
                .expectResultMessagePayload(ScheduleFixtures.SCHEDULE_ID)
                .expectNoEvents();
    }

    @Test
    void aNameIsTakenOncePerOwner() {
        given.claims.claim(name(TenantFixtures.TENANT_ID + "/"), "schedule:other");

        given.fixture
                .givenNoPriorActivity()
                .when(ScheduleFixtures.createSchedule())
                .expectException(refusal(ErrorCode.NAME_TAKEN, "name"))
                .expectNoEvents();
    }

    @Test
    void anotherOwnerMayUseTheSameName() {
        given.claims.claim(name(TenantFixtures.TENANT_ID + "/"), "schedule:other");
        CreateSchedule ofThePlatform =
                new CreateSchedule(ScheduleId.random(), ScheduleOwner.PLATFORM, ScheduleFixtures.DEFINITION, false);

        given.fixture
                .givenNoPriorActivity()
                .when(ofThePlatform)
                .expectEvents(new ScheduleCreated(
                        ofThePlatform.scheduleId(), ScheduleOwner.PLATFORM, ScheduleFixtures.DEFINITION, false));
        assertThat(given.claims.isFree(name("keelson/"))).isFalse();
    }

    @Test
    void anUnknownTenantIsRefused() {
        CreateSchedule command = new CreateSchedule(
                ScheduleId.random(), new ScheduleOwner(TenantId.random(), null), ScheduleFixtures.DEFINITION, true);

        given.fixture
                .givenNoPriorActivity()
                .when(command)
                .expectException(refusal(ErrorCode.TENANT_NOT_FOUND, "tenantId"));
    }

    @Test
    void aTimingThatNeverFiresIsRefused() {
        given.checks.neverFires = ScheduleFixtures.TIMING;

        given.fixture
                .givenNoPriorActivity()
                .when(ScheduleFixtures.createSchedule())
                .expectException(refusal(ErrorCode.INVALID_INPUT, "cron"));
    }

    @Test
    void aJobThatNobodyRunsIsRefused() {
        given.checks.notRunnable = ScheduleFixtures.JOB;

        given.fixture
                .givenNoPriorActivity()
                .when(ScheduleFixtures.createSchedule())
                .expectException(refusal(ErrorCode.INVALID_INPUT, "job.type"));
    }

    private static ClaimKey name(String owner) {
        return new ClaimKey(ClaimKind.SCHEDULE_NAME, owner + ScheduleFixtures.NAME);
    }
}
