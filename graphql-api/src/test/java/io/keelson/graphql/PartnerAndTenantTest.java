package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.tenant.command.RegisterTenant;
import io.keelson.fixture.PartnerFixtures;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartnerAndTenantTest {
    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aRegisteredPartnerIsAnswered() {
        TestApi.Reply reply = register("Acme").withoutErrors();

        assertThat(reply.<Map<String, Object>>at("$.data.registerPartner.partner"))
                .containsEntry("name", "Acme")
                .containsEntry("email", "ops@acme.example")
                .containsEntry("status", "ACTIVE")
                .containsEntry("createdBy", "local-operator");
    }

    @Test
    void aTakenNameIsAConflict() {
        register("Acme").withoutErrors();

        TestApi.Reply reply = register("Acme");

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("CONFLICT");
        assertThat(reply.<Map<String, Object>>at("$.errors[0].extensions.details"))
                .containsEntry("field", "name")
                .containsEntry("reason", "NAME_TAKEN")
                .containsEntry("fault", "USER")
                .containsEntry("retryable", false);
    }

    @Test
    void suspendingCarriesTheReasonAndResumingNeedsNone() {
        register("Acme").withoutErrors();
        String id = api.platform.partners.keySet().iterator().next().toString();

        TestApi.Reply suspended = api.ask("""
                mutation($id: ID!) {
                  suspendPartner(input: { partnerId: $id, reason: "Unpaid" }) { partner { status } }
                }""", Map.of("id", id));
        TestApi.Reply resumed = api.ask(
                "mutation($id: ID!) { resumePartner(input: { partnerId: $id }) { partner { status } } }",
                Map.of("id", id));

        assertThat(suspended.<String>at("$.data.suspendPartner.partner.status")).isEqualTo("SUSPENDED");
        assertThat(resumed.<String>at("$.data.resumePartner.partner.status")).isEqualTo("ACTIVE");
        assertThat(api.platform.metadata)
                .anySatisfy(context -> assertThat(context).containsEntry(RequestContext.REASON, "Unpaid"));
    }

    @Test
    void anUnknownPartnerIsNotFoundWhenChangedAndNullWhenRead() {
        String id = PartnerFixtures.PARTNER_ID.toString();

        TestApi.Reply changed = api.ask(
                "mutation($id: ID!) { resumePartner(input: { partnerId: $id }) { partner { id } } }", Map.of("id", id));
        TestApi.Reply read = api.ask("query($id: ID!) { partner(id: $id) { id } }", Map.of("id", id));

        assertThat(changed.<String>at("$.errors[0].extensions.code")).isEqualTo("NOT_FOUND");
        assertThat(read.withoutErrors().<Object>at("$.data.partner")).isNull();
    }

    @Test
    void anIdOfAnotherKindIsRefusedAndNamesId() {
        TestApi.Reply reply = api.ask("{ partner(id: \"tenant:1\") { id } }");

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("id");
        assertThat(reply.<String>at("$.errors[0].message")).startsWith("id must look like partner:");
    }

    @Test
    void aTenantKnowsItsPartner() {
        register("Acme").withoutErrors();
        String partner = api.platform.partners.keySet().iterator().next().toString();

        TestApi.Reply reply = api.ask("""
                        mutation($partner: ID!) {
                          registerTenant(input: { partnerId: $partner, name: "Corner shop" }) {
                            tenant { name partnerId partner { name } }
                          }
                        }""", Map.of("partner", partner)).withoutErrors();

        assertThat(reply.<String>at("$.data.registerTenant.tenant.partner.name"))
                .isEqualTo("Acme");
        assertThat(api.platform.sent(RegisterTenant.class).partnerId().toString())
                .isEqualTo(partner);
    }

    @Test
    void listsSayWhereTheyStand() {
        register("Acme").withoutErrors();
        register("Bolt").withoutErrors();

        TestApi.Reply reply = api.ask("""
                        { partners(first: 1) {
                          totalCount
                          edges { cursor node { name } }
                          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                        } }""").withoutErrors();

        assertThat(reply.<Integer>at("$.data.partners.totalCount")).isEqualTo(2);
        assertThat(reply.<Map<String, Object>>at("$.data.partners.pageInfo"))
                .containsEntry("hasNextPage", true)
                .containsEntry("hasPreviousPage", false)
                .containsEntry("startCursor", "cursor-1")
                .containsEntry("endCursor", "cursor-1");
    }

    @Test
    void aListOfTooManyIsRefused() {
        TestApi.Reply reply = api.ask("{ partners(first: 201) { totalCount } }");

        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("first");
        assertThat(api.platform.asked(GetPartners.class)).isZero();
    }

    private TestApi.Reply register(String name) {
        return api.askStored("register-partner", Map.of("name", name, "email", "ops@acme.example"));
    }
}
