package io.keelson.command.tenant;

import static io.keelson.command.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.command.UpdateTenant;
import io.keelson.api.tenant.event.TenantUpdated;
import io.keelson.api.tenant.residency.Region;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.command.directory.KnownInstance;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class UpdateTenantTest {
    private static final TenantId ID = TenantFixtures.TENANT_ID;

    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final FixtureConfiguration<Tenant> fixture = new AggregateTestFixture<>(Tenant.class)
            .registerInjectableResource(claims)
            .registerInjectableResource(directory);

    @Test
    void profileAndResidencyAreSet() {
        fixture.given(TenantFixtures.tenantRegistered())
                .when(new UpdateTenant(ID, null, TenantFixtures.PROFILE, TenantFixtures.RESIDENCY))
                .expectEvents(TenantFixtures.tenantUpdated());
    }

    @Test
    void askingForWhatIsSoAlreadyChangesNothing() {
        fixture.given(TenantFixtures.tenantRegistered(), TenantFixtures.tenantUpdated())
                .when(new UpdateTenant(ID, TenantFixtures.NAME, TenantFixtures.PROFILE, TenantFixtures.RESIDENCY))
                .expectNoEvents();
    }

    @Test
    void aNewNameIsClaimedAndTheOldOneIsFree() {
        claims.claim(claim("Corner shop"), ID.toString());
        TenantName name = new TenantName("Market");
        fixture.given(TenantFixtures.tenantRegistered())
                .when(new UpdateTenant(ID, name, null, null))
                .expectEvents(new TenantUpdated(ID, name, null, null));

        assertThat(claims.isFree(claim("Corner shop"))).isTrue();
        assertThat(claims.isFree(claim("Market"))).isFalse();
    }

    @Test
    void theNameOfAnotherTenantOfThePartnerIsTaken() {
        claims.claim(claim("Market"), "tenant:other");
        fixture.given(TenantFixtures.tenantRegistered())
                .when(new UpdateTenant(ID, new TenantName("Market"), null, null))
                .expectException(refusal(ErrorCode.NAME_TAKEN, "name"));
    }

    @Test
    void aResidencyThatLiveInstancesBreakIsRefusedAndTheyAreNamed() {
        directory.put(OwnerId.of(ID), KnownInstance.of(InstanceFixtures.blueprint()));
        fixture.given(TenantFixtures.tenantRegistered())
                .when(new UpdateTenant(ID, null, null, TenantFixtures.RESIDENCY))
                .expectException(refusal(ErrorCode.STILL_IN_USE, "residency"))
                .expectExceptionMessage(containsString("shop-1"));
    }

    @Test
    void aResidencyThatLiveInstancesKeepIsAccepted() {
        directory.put(
                OwnerId.of(ID),
                new KnownInstance(
                        InstanceFixtures.INSTANCE_ID,
                        new InstanceName("shop-1"),
                        InstanceType.SHARED_SAAS,
                        new Region("gh-accra"),
                        List.of(new Region("gh-accra"))));
        fixture.given(TenantFixtures.tenantRegistered())
                .when(new UpdateTenant(ID, null, null, TenantFixtures.RESIDENCY))
                .expectEvents(new TenantUpdated(ID, TenantFixtures.NAME, null, TenantFixtures.RESIDENCY));
    }

    @Test
    void aResidencyIsTakenAwayAndOtherwiseKept() {
        TenantUpdated bound =
                new TenantUpdated(ID, TenantFixtures.NAME, TenantFixtures.PROFILE, TenantFixtures.RESIDENCY);
        fixture.given(TenantFixtures.tenantRegistered(), bound)
                .when(new UpdateTenant(ID, null, null, null, true))
                .expectEvents(new TenantUpdated(ID, TenantFixtures.NAME, TenantFixtures.PROFILE, null));
    }

    @Test
    void aDeletedTenantIsNotChanged() {
        fixture.given(TenantFixtures.tenantRegistered(), TenantFixtures.tenantDeleted())
                .when(new UpdateTenant(ID, new TenantName("Market"), null, null))
                .expectException(refusal(ErrorCode.WRONG_STATE, "tenantId"));
    }

    private static ClaimKey claim(String name) {
        return new ClaimKey(ClaimKind.TENANT_NAME, PartnerFixtures.PARTNER_ID + "/" + name);
    }
}
