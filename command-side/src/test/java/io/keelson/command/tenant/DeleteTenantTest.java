package io.keelson.command.tenant;

import static io.keelson.command.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.command.DeleteTenant;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.command.directory.KnownInstance;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeleteTenantTest {
    private static final TenantId ID = TenantFixtures.TENANT_ID;
    private static final DeleteTenant DELETE = new DeleteTenant(ID);
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "Contract ended");

    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final FixtureConfiguration<Tenant> fixture = new AggregateTestFixture<>(Tenant.class)
            .registerInjectableResource(claims)
            .registerInjectableResource(directory);

    @Test
    void aTenantWithoutInstancesIsDeletedAndItsNameIsFree() {
        ClaimKey name = new ClaimKey(ClaimKind.TENANT_NAME, PartnerFixtures.PARTNER_ID + "/Corner shop");
        claims.claim(name, ID.toString());
        fixture.given(TenantFixtures.tenantRegistered())
                .when(DELETE, WITH_REASON)
                .expectEvents(TenantFixtures.tenantDeleted());

        assertThat(claims.isFree(name)).isTrue();
    }

    @Test
    void aTenantWithALiveInstanceIsRefusedAndItIsNamed() {
        directory.put(OwnerId.of(ID), KnownInstance.of(InstanceFixtures.blueprint()));
        fixture.given(TenantFixtures.tenantRegistered())
                .when(DELETE, WITH_REASON)
                .expectException(refusal(ErrorCode.STILL_IN_USE, "tenantId"))
                .expectExceptionMessage(containsString("shop-1"));
    }

    @Test
    void deletingTwiceChangesNothing() {
        fixture.given(TenantFixtures.tenantRegistered(), TenantFixtures.tenantDeleted())
                .when(DELETE, WITH_REASON)
                .expectNoEvents();
    }

    @Test
    void withoutAReasonNothingIsDeleted() {
        fixture.given(TenantFixtures.tenantRegistered())
                .when(DELETE)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }
}
