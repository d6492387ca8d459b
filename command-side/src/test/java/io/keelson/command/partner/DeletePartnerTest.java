package io.keelson.command.partner;

import static io.keelson.command.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.command.DeletePartner;
import io.keelson.api.partner.command.ResumePartner;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.residency.Region;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.command.directory.KnownInstance;
import io.keelson.command.directory.KnownTenant;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeletePartnerTest {
    private static final PartnerId ID = PartnerFixtures.PARTNER_ID;
    private static final DeletePartner DELETE = new DeletePartner(ID);
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "Contract ended");

    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final FixtureConfiguration<Partner> fixture = new AggregateTestFixture<>(Partner.class)
            .registerInjectableResource(claims)
            .registerInjectableResource(directory);

    @Test
    void aPartnerWithoutAnythingIsDeletedAndItsNameIsFree() {
        ClaimKey name = new ClaimKey(ClaimKind.PARTNER_NAME, "Acme");
        claims.claim(name, ID.toString());
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(DELETE, WITH_REASON)
                .expectEvents(PartnerFixtures.partnerDeleted());

        assertThat(claims.isFree(name)).isTrue();
    }

    @Test
    void aPartnerWithTenantsIsRefusedAndTheyAreNamed() {
        directory.put(TenantFixtures.TENANT_ID, ID);
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(DELETE, WITH_REASON)
                .expectException(refusal(ErrorCode.STILL_IN_USE, "partnerId"))
                .expectExceptionMessage(containsString(TenantFixtures.TENANT_ID.toString()));
    }

    @Test
    void aPartnerWithDeletedTenantsOnlyIsDeleted() {
        directory.put(TenantFixtures.TENANT_ID, new KnownTenant(ID, TenantStatus.DELETED, null));
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(DELETE, WITH_REASON)
                .expectEvents(PartnerFixtures.partnerDeleted());
    }

    @Test
    void aPartnerWithManyInstancesIsRefusedAndTwentyOfThemAreNamed() {
        for (int i = 0; i < 25; i++) {
            directory.put(OwnerId.of(ID), instance("shop-%02d".formatted(i), i));
        }
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(DELETE, WITH_REASON)
                .expectException(refusal(ErrorCode.STILL_IN_USE, "partnerId"))
                .expectExceptionMessage(containsString("shop-00"))
                .expectExceptionMessage(containsString("shop-19"))
                .expectExceptionMessage(not(containsString("shop-20")))
                .expectExceptionMessage(containsString("and more"));
    }

    @Test
    void withoutAReasonNothingIsDeleted() {
        fixture.given(PartnerFixtures.partnerRegistered())
                .when(DELETE)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void deletingTwiceChangesNothing() {
        fixture.given(PartnerFixtures.partnerRegistered(), PartnerFixtures.partnerDeleted())
                .when(DELETE, WITH_REASON)
                .expectNoEvents();
    }

    @Test
    void aDeletedPartnerIsNeitherSuspendedNorResumed() {
        fixture.given(PartnerFixtures.partnerRegistered(), PartnerFixtures.partnerDeleted())
                .when(PartnerFixtures.suspendPartner(), WITH_REASON)
                .expectException(refusal(ErrorCode.WRONG_STATE, "partnerId"));
        fixture.given(PartnerFixtures.partnerRegistered(), PartnerFixtures.partnerDeleted())
                .when(new ResumePartner(ID))
                .expectException(refusal(ErrorCode.WRONG_STATE, "partnerId"));
    }

    private static KnownInstance instance(String name, int number) {
        return new KnownInstance(
                new InstanceId(new UUID(0, number)),
                new InstanceName(name),
                InstanceType.SHARED_SAAS,
                new Region("local"),
                List.of());
    }
}
