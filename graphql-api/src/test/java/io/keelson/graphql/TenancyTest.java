package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.owner.query.CountOwned;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.query.FindPartners;
import io.keelson.api.partner.query.PartnerFilter;
import io.keelson.api.partner.query.PartnerOrder;
import io.keelson.api.partner.query.PartnerOrderField;
import io.keelson.api.query.Direction;
import io.keelson.api.query.Page;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.query.HoldView;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.command.DeleteTenant;
import io.keelson.api.tenant.command.UpdateTenant;
import io.keelson.api.tenant.query.FindTenants;
import io.keelson.api.tenant.query.TenantFilter;
import io.keelson.api.tenant.query.TenantOrder;
import io.keelson.api.tenant.query.TenantOrderField;
import io.keelson.api.tenant.residency.ResidencyMode;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.SuspensionFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenancyTest {
    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aPartnerIsUpdatedAndDeleted() {
        String id = registerPartner();

        TestApi.Reply updated = api.ask("""
                        mutation($id: ID!) {
                          updatePartner(input: { partnerId: $id, name: "Acme Works" }) { partner { name email } }
                        }""", Map.of("id", id)).withoutErrors();
        TestApi.Reply deleted = api.ask("""
                        mutation($id: ID!) {
                          deletePartner(input: { partnerId: $id, reason: "Gone" }) { partner { status tenantCount } }
                        }""", Map.of("id", id)).withoutErrors();

        assertThat(updated.<Map<String, Object>>at("$.data.updatePartner.partner"))
                .containsEntry("name", "Acme Works")
                .containsEntry("email", "ops@acme.example");
        assertThat(deleted.<Map<String, Object>>at("$.data.deletePartner.partner"))
                .containsEntry("status", "DELETED")
                .containsEntry("tenantCount", 0);
    }

    @Test
    void aTenantIsRegisteredWithProfileAndResidency() {
        TestApi.Reply reply =
                registerTenant("REGIONAL", List.of("ng-lagos", "gh-accra")).withoutErrors();

        assertThat(reply.<Map<String, Object>>at("$.data.registerTenant.tenant.profile"))
                .containsEntry("industry", "retail")
                .containsEntry("complianceLevel", "SOC2")
                .containsEntry("size", "FROM_51_TO_200");
        assertThat(reply.<Map<String, Object>>at("$.data.registerTenant.tenant.residency"))
                .containsEntry("mode", "REGIONAL")
                .containsEntry("allowedRegions", List.of("ng-lagos", "gh-accra"));
    }

    @Test
    void aResidencyThatContradictsItselfIsRefusedByItsField() {
        TestApi.Reply severalCountries = registerTenant("SINGLE_COUNTRY", List.of("ng-lagos", "gh-accra"));
        TestApi.Reply hostile = registerTenant("REGIONAL", List.of("../etc"));

        assertThat(severalCountries.<String>at("$.errors[0].extensions.details.field"))
                .isEqualTo("residency.allowedRegions");
        assertThat(hostile.<String>at("$.errors[0].extensions.details.field")).isEqualTo("residency.allowedRegions");
    }

    @Test
    void aSuspendedTenantShowsWhatHasBecomeOfItsInstances() {
        registerTenant("REGIONAL", List.of("ng-lagos")).withoutErrors();
        String id = api.platform.tenants.keySet().iterator().next().toString();
        api.platform.holds.put(
                SuspensionFixtures.HOLD_ID,
                new HoldView(
                        SuspensionFixtures.HOLD_ID,
                        SuspensionFixtures.SUSPENSION_ID,
                        InstanceFixtures.INSTANCE_ID,
                        HoldOutcome.STOPPED,
                        "The suspension has stopped it.",
                        FakePlatform.NOW,
                        FakePlatform.NOW));

        TestApi.Reply reply = api.ask("""
                        mutation($id: ID!) {
                          suspendTenant(input: { tenantId: $id, reason: "Unpaid" }) {
                            tenant {
                              status instanceCount
                              suspension { ownerId state instances { edges { node { instanceId outcome } } } }
                            }
                          }
                        }""", Map.of("id", id)).withoutErrors();

        assertThat(reply.<String>at("$.data.suspendTenant.tenant.status")).isEqualTo("SUSPENDED");
        assertThat(reply.<String>at("$.data.suspendTenant.tenant.suspension.ownerId"))
                .isEqualTo(id);
        assertThat(reply.<String>at("$.data.suspendTenant.tenant.suspension.state"))
                .isEqualTo("IN_FORCE");
        assertThat(reply.<String>at("$.data.suspendTenant.tenant.suspension.instances.edges[0].node.outcome"))
                .isEqualTo("STOPPED");
        assertThat(api.platform.metadata)
                .anySatisfy(context -> assertThat(context).containsEntry(RequestContext.REASON, "Unpaid"));
    }

    @Test
    void aTenantIsUpdatedResumedAndDeleted() {
        registerTenant("REGIONAL", List.of("ng-lagos")).withoutErrors();
        String id = api.platform.tenants.keySet().iterator().next().toString();

        api.ask("""
                mutation($id: ID!) {
                  updateTenant(input: { tenantId: $id, name: "Market", residency: {
                    mode: HYBRID, allowedRegions: ["ng-lagos", "eu-west"] } }) { tenant { id } }
                  resumeTenant(input: { tenantId: $id }) { tenant { status } }
                  deleteTenant(input: { tenantId: $id, reason: "Gone" }) { tenant { status } }
                }""", Map.of("id", id)).withoutErrors();

        assertThat(api.platform.sent(UpdateTenant.class).residency().mode()).isEqualTo(ResidencyMode.HYBRID);
        assertThat(api.platform.sent(DeleteTenant.class).tenantId().toString()).isEqualTo(id);
    }

    @Test
    void listsAreFilteredAndOrdered() {
        api.ask("""
                {
                  partners(filter: { status: ACTIVE, text: "acme" }, orderBy: { field: STATUS, direction: DESC }) {
                    totalCount
                  }
                  tenants(filter: { status: SUSPENDED }, orderBy: { field: NAME }) { totalCount }
                  instances(filter: { region: "ng-lagos", health: HEALTHY }) { totalCount }
                }""").withoutErrors();

        assertThat(api.platform.queries)
                .contains(
                        new FindPartners(
                                new PartnerFilter(PartnerStatus.ACTIVE, null, "acme"),
                                new PartnerOrder(PartnerOrderField.STATUS, Direction.DESC),
                                new Page(20, null)),
                        new FindTenants(
                                new TenantFilter(null, TenantStatus.SUSPENDED, null),
                                new TenantOrder(TenantOrderField.NAME, Direction.ASC),
                                new Page(20, null)));
    }

    @Test
    void countsOfManyPartnersCostOneQueryEach() {
        registerPartner();
        api.ask("""
                mutation { registerPartner(input: { name: "Bolt", email: "ops@bolt.example" }) { partner { id } } }
                """).withoutErrors();

        api.ask("{ partners { edges { node { tenantCount instanceCount } } } }").withoutErrors();

        assertThat(api.platform.asked(CountOwned.class)).isEqualTo(2);
    }

    private TestApi.Reply registerTenant(String mode, List<String> regions) {
        return api.ask(
                """
                mutation($input: RegisterTenantInput!) {
                  registerTenant(input: $input) {
                    tenant { profile { industry complianceLevel size } residency { mode allowedRegions } }
                  }
                }""",
                Map.of(
                        "input",
                        Map.of(
                                "partnerId",
                                PartnerFixtures.PARTNER_ID.toString(),
                                "name",
                                "Corner shop",
                                "profile",
                                Map.of("industry", "retail", "complianceLevel", "SOC2", "size", "FROM_51_TO_200"),
                                "residency",
                                Map.of("mode", mode, "allowedRegions", regions))));
    }

    private String registerPartner() {
        api.ask("""
                mutation { registerPartner(input: { name: "Acme", email: "ops@acme.example" }) { partner { id } } }
                """).withoutErrors();
        return api.platform.partners.keySet().iterator().next().toString();
    }
}
