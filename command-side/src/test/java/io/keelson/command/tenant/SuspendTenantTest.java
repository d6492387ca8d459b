package io.keelson.command.tenant;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.tenant.command.ResumeTenant;
import io.keelson.api.tenant.command.SuspendTenant;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuspendTenantTest {
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "Invoice 17 is unpaid");
    private static final ResumeTenant RESUME = new ResumeTenant(TenantFixtures.TENANT_ID);

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final FixtureConfiguration<Tenant> fixture =
            new AggregateTestFixture<>(Tenant.class).registerInjectableResource(directory);

    @BeforeEach
    void registerPartner() {
        directory.put(PartnerFixtures.PARTNER_ID, PartnerStatus.ACTIVE);
    }

    @Test
    void aTenantIsSuspended() {
        fixture.given(TenantFixtures.tenantRegistered())
                .when(TenantFixtures.suspendTenant(), WITH_REASON)
                .expectEvents(TenantFixtures.tenantSuspended());
    }

    @Test
    void withoutAReasonNobodyIsSuspended() {
        fixture.given(TenantFixtures.tenantRegistered())
                .when(TenantFixtures.suspendTenant())
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void suspendingTwiceKeepsTheFirstSuspension() {
        fixture.given(TenantFixtures.tenantRegistered(), TenantFixtures.tenantSuspended())
                .when(new SuspendTenant(TenantFixtures.TENANT_ID, SuspensionId.random()), WITH_REASON)
                .expectNoEvents();
    }

    @Test
    void resumingEndsTheSuspension() {
        fixture.given(TenantFixtures.tenantRegistered(), TenantFixtures.tenantSuspended())
                .when(RESUME)
                .expectEvents(TenantFixtures.tenantResumed());
    }

    @Test
    void resumingAnActiveTenantChangesNothing() {
        fixture.given(TenantFixtures.tenantRegistered()).when(RESUME).expectNoEvents();
    }

    @Test
    void aTenantOfASuspendedPartnerIsNotResumed() {
        directory.put(PartnerFixtures.PARTNER_ID, PartnerStatus.SUSPENDED);
        fixture.given(TenantFixtures.tenantRegistered(), TenantFixtures.tenantSuspended())
                .when(RESUME)
                .expectException(refusal(ErrorCode.PARTNER_SUSPENDED, "partnerId"));
    }
}
