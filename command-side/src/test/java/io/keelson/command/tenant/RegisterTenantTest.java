package io.keelson.command.tenant;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.command.RegisterTenant;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterTenantTest {
    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final FixtureConfiguration<Tenant> fixture = new AggregateTestFixture<>(Tenant.class)
            .registerInjectableResource(claims)
            .registerInjectableResource(directory);

    @BeforeEach
    void registerPartner() {
        directory.put(PartnerFixtures.PARTNER_ID, PartnerStatus.ACTIVE);
    }

    @Test
    void aTenantIsRegistered() {
        fixture.givenNoPriorActivity()
                .when(TenantFixtures.registerTenant())
                .expectResultMessagePayload(TenantFixtures.TENANT_ID)
                .expectEvents(TenantFixtures.tenantRegistered());
    }

    @Test
    void anUnknownPartnerIsRefused() {
        RegisterTenant command =
                new RegisterTenant(TenantId.random(), PartnerId.random(), TenantFixtures.NAME, null, null);

        fixture.givenNoPriorActivity()
                .when(command)
                .expectException(refusal(ErrorCode.PARTNER_NOT_FOUND, "partnerId"))
                .expectNoEvents();
    }

    @Test
    void aSuspendedPartnerIsRefused() {
        directory.put(PartnerFixtures.PARTNER_ID, PartnerStatus.SUSPENDED);

        fixture.givenNoPriorActivity()
                .when(TenantFixtures.registerTenant())
                .expectException(refusal(ErrorCode.PARTNER_SUSPENDED, "partnerId"));
    }

    @Test
    void theNameOfAnotherTenantOfTheSamePartnerIsTaken() {
        claims.claim(nameOf(PartnerFixtures.PARTNER_ID), "tenant:other");

        fixture.givenNoPriorActivity()
                .when(TenantFixtures.registerTenant())
                .expectException(refusal(ErrorCode.NAME_TAKEN, "name"));
    }

    @Test
    void theNameOfATenantOfAnotherPartnerIsFree() {
        claims.claim(nameOf(PartnerId.random()), "tenant:other");

        fixture.givenNoPriorActivity()
                .when(TenantFixtures.registerTenant())
                .expectEvents(TenantFixtures.tenantRegistered());
    }

    @Test
    void registeringTwiceRecordsNothingMore() {
        // The repeated command leaves its aggregate empty, which the fixture takes for a hidden change.
        fixture.setReportIllegalStateChange(false);

        fixture.givenCommands(TenantFixtures.registerTenant())
                .when(TenantFixtures.registerTenant())
                .expectResultMessagePayload(TenantFixtures.TENANT_ID)
                .expectNoEvents();
    }

    private static ClaimKey nameOf(PartnerId partnerId) {
        return new ClaimKey(ClaimKind.TENANT_NAME, partnerId + "/" + TenantFixtures.NAME);
    }
}
