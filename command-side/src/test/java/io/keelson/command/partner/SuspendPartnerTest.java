package io.keelson.command.partner;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.partner.command.ResumePartner;
import io.keelson.api.partner.command.SuspendPartner;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.fixture.PartnerFixtures;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SuspendPartnerTest {
    private static final SuspendPartner SUSPEND = PartnerFixtures.suspendPartner();
    private static final ResumePartner RESUME = new ResumePartner(PartnerFixtures.PARTNER_ID);
    private static final PartnerSuspended SUSPENDED = PartnerFixtures.partnerSuspended();
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "Invoice 17 is unpaid");

    private final FixtureConfiguration<Partner> fixture = new AggregateTestFixture<>(Partner.class);

    @Test
    void aPartnerIsSuspended() {
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(SUSPEND, WITH_REASON)
                .expectEvents(SUSPENDED);
    }

    @Test
    void suspendingNeedsAReason() {
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(SUSPEND)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void aBlankReasonIsNone() {
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(SUSPEND, Map.of(RequestContext.REASON, " \t"))
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void suspendingTwiceRecordsNothingMore() {
        fixture.given(PartnerFixtures.partnerRegistered(), SUSPENDED)
                .when(SUSPEND, WITH_REASON)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aSuspendedPartnerIsResumed() {
        fixture.given(PartnerFixtures.partnerRegistered(), SUSPENDED)
                .when(RESUME)
                .expectEvents(PartnerFixtures.partnerResumed());
    }

    @Test
    void resumingAnActivePartnerRecordsNothing() {
        fixture.given(PartnerFixtures.partnerRegistered()).when(RESUME).expectNoEvents();
    }
}
