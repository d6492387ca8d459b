package io.keelson.query.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.query.Page;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.api.tenant.query.FindTenants;
import io.keelson.api.tenant.query.GetTenants;
import io.keelson.api.tenant.query.TenantFilter;
import io.keelson.api.tenant.query.TenantOrder;
import io.keelson.api.tenant.query.TenantPage;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.query.Events;
import io.keelson.query.ReadModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantProjectionTest {
    private final ReadModel model = ReadModel.empty();

    @Test
    void aRegisteredTenantBelongsToItsPartner() {
        model.tell(TenantFixtures.tenantRegistered());

        assertThat(model.askList(new GetTenants(List.of(TenantFixtures.TENANT_ID)), TenantView.class))
                .containsExactly(new TenantView(
                        TenantFixtures.TENANT_ID,
                        PartnerFixtures.PARTNER_ID,
                        TenantFixtures.NAME,
                        TenantStatus.ACTIVE,
                        null,
                        null,
                        null,
                        Events.AT,
                        Events.AT,
                        "keelson"));
    }

    @Test
    void tenantsAreFoundByPartnerAndName() {
        model.tell(TenantFixtures.tenantRegistered());
        model.tell(
                new TenantRegistered(TenantId.random(), PartnerId.random(), new TenantName("Corner cafe"), null, null));

        assertThat(found(null, "corner")).isEqualTo(2);
        assertThat(found(PartnerFixtures.PARTNER_ID, "corner")).isEqualTo(1);
        assertThat(found(PartnerFixtures.PARTNER_ID, "cafe")).isZero();
        assertThat(found(null, null)).isEqualTo(2);
    }

    private long found(PartnerId partner, String part) {
        return model.ask(
                        new FindTenants(new TenantFilter(partner, null, part), TenantOrder.DEFAULT, new Page(10, null)),
                        TenantPage.class)
                .info()
                .totalCount();
    }
}
