package io.keelson.query.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.owner.OwnerId;
import io.keelson.api.owner.query.CountOwned;
import io.keelson.api.owner.query.OwnedCount;
import io.keelson.api.partner.PartnerId;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.query.ReadModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnedCountsTest {
    private static final OwnerId PARTNER = OwnerId.of(PartnerFixtures.PARTNER_ID);
    private static final OwnerId TENANT = OwnerId.of(TenantFixtures.TENANT_ID);

    private final ReadModel model = ReadModel.empty();

    @Test
    void tenantsAndLiveInstancesAreCounted() {
        OwnerId nobody = OwnerId.of(PartnerId.random());
        model.tell(TenantFixtures.tenantRegistered(), InstanceFixtures.provisioningRequested());

        assertThat(count(PARTNER, TENANT, nobody))
                .containsExactlyInAnyOrder(
                        new OwnedCount(PARTNER, 1, 1), new OwnedCount(TENANT, 0, 1), new OwnedCount(nobody, 0, 0));
    }

    @Test
    void whatIsDeletedOrTerminatedCountsNoMore() {
        model.tell(TenantFixtures.tenantRegistered(), InstanceFixtures.provisioningRequested());
        model.tell(
                InstanceFixtures.activated(), InstanceFixtures.terminationRequested(), InstanceFixtures.terminated());
        model.tell(TenantFixtures.tenantDeleted());

        assertThat(count(PARTNER)).containsExactly(new OwnedCount(PARTNER, 0, 0));
    }

    @Test
    void nobodyOwnsNothing() {
        assertThat(count()).isEmpty();
    }

    private List<OwnedCount> count(OwnerId... owners) {
        return model.askList(new CountOwned(List.of(owners)), OwnedCount.class);
    }
}
