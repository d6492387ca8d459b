package io.keelson.query.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.partner.query.FindPartners;
import io.keelson.api.partner.query.PartnerFilter;
import io.keelson.api.partner.query.PartnerOrder;
import io.keelson.api.partner.query.PartnerOrderField;
import io.keelson.api.partner.query.PartnerPage;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.query.Direction;
import io.keelson.api.query.Page;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.event.TenantUpdated;
import io.keelson.api.tenant.query.FindTenants;
import io.keelson.api.tenant.query.TenantFilter;
import io.keelson.api.tenant.query.TenantOrder;
import io.keelson.api.tenant.query.TenantPage;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.SuspensionFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.query.ReadModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Also partners, whose lists follow the same rules. */
class FindTenantsTest {
    private final ReadModel model = ReadModel.empty();

    @Test
    void anUpdatedTenantShowsProfileResidencyAndIsFoundByItsNewName() {
        model.tell(TenantFixtures.tenantRegistered());
        model.tell(new TenantUpdated(
                TenantFixtures.TENANT_ID, new TenantName("Market"), TenantFixtures.PROFILE, TenantFixtures.RESIDENCY));

        assertThat(tenants(new TenantFilter(null, null, "mark"), TenantOrder.DEFAULT))
                .singleElement()
                .satisfies(tenant -> {
                    assertThat(tenant.profile()).isEqualTo(TenantFixtures.PROFILE);
                    assertThat(tenant.residency()).isEqualTo(TenantFixtures.RESIDENCY);
                });
        assertThat(tenants(new TenantFilter(null, null, "corner"), TenantOrder.DEFAULT))
                .isEmpty();
    }

    @Test
    void tenantsAreFoundByStatus() {
        model.tell(TenantFixtures.tenantRegistered(), TenantFixtures.tenantSuspended());
        assertThat(tenants(new TenantFilter(null, TenantStatus.SUSPENDED, null), TenantOrder.DEFAULT))
                .extracting(TenantView::suspensionId)
                .containsExactly(SuspensionFixtures.SUSPENSION_ID);

        model.tell(TenantFixtures.tenantResumed(), TenantFixtures.tenantDeleted());
        assertThat(tenants(new TenantFilter(null, TenantStatus.SUSPENDED, null), TenantOrder.DEFAULT))
                .isEmpty();
        assertThat(tenants(new TenantFilter(null, TenantStatus.DELETED, null), TenantOrder.DEFAULT))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(PartnerOrderField.class)
    void walkingPartnersMeetsEveryOneOnceInEveryOrder(PartnerOrderField field) {
        for (int i = 0; i < 12; i++) {
            PartnerId id = PartnerId.random();
            model.tell(new PartnerRegistered(
                    id, new PartnerName("Partner " + i % 4), new EmailAddress("ops%d@acme.example".formatted(i))));
            if (i % 3 == 0) {
                model.tell(new PartnerSuspended(id, null));
            }
        }
        for (Direction direction : Direction.values()) {
            List<PartnerView> walked = new ArrayList<>();
            String after = null;
            PartnerPage page;
            do {
                page = model.ask(
                        new FindPartners(PartnerFilter.ALL, new PartnerOrder(field, direction), new Page(5, after)),
                        PartnerPage.class);
                walked.addAll(page.items());
                after = page.cursors().getLast();
            } while (page.info().hasNextPage());
            assertThat(walked).hasSize(12).doesNotHaveDuplicates();
            Comparator<PartnerView> order =
                    switch (field) {
                        case CREATED_AT -> Comparator.comparing(PartnerView::createdAt);
                        case NAME -> Comparator.comparing(view -> view.name().value());
                        case STATUS ->
                            Comparator.comparing(view -> view.status().name());
                    };
            assertThat(walked).isSortedAccordingTo(direction == Direction.ASC ? order : order.reversed());
        }
    }

    @Test
    void partnersAreFoundByTextInTheirNameOrAddress() {
        model.tell(PartnerFixtures.partnerRegistered());
        assertThat(partners(new PartnerFilter(null, null, "ACME"))).isEqualTo(1);
        assertThat(partners(new PartnerFilter(null, null, "ops@"))).isEqualTo(1);
        assertThat(partners(new PartnerFilter(PartnerStatus.ACTIVE, "acm", "ops")))
                .isEqualTo(1);
        assertThat(partners(new PartnerFilter(null, "ops@", null))).isZero();
        assertThat(partners(new PartnerFilter(PartnerStatus.DELETED, null, null)))
                .isZero();

        model.tell(PartnerFixtures.partnerUpdated());
        assertThat(partners(new PartnerFilter(null, null, "acme-works"))).isEqualTo(1);
    }

    private long partners(PartnerFilter filter) {
        return model.ask(new FindPartners(filter, PartnerOrder.DEFAULT, new Page(10, null)), PartnerPage.class)
                .info()
                .totalCount();
    }

    private List<TenantView> tenants(TenantFilter filter, TenantOrder order) {
        return model.ask(new FindTenants(filter, order, new Page(10, null)), TenantPage.class)
                .items();
    }
}
