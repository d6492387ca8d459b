package io.keelson.app.story;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.command.instance.BackupRetention;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Partners, tenants and what becomes of their instances, on real processes. */
class TenancyStoryTest {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final GraphQlClient client = RunningKeelson.shared().client();

    @Test
    void aSuspendedTenantStopsWhatItHasAndGetsBackWhatThatStopped() {
        String tenant = tenant(partner("Suspension story"), "Suspended shop", null);
        String first = provision("tenancy one", tenant, Map.of());
        String second = provision("tenancy two", tenant, Map.of());
        String asleep = provision("tenancy three", tenant, Map.of());
        awaitStatus(List.of(first, second, asleep), "ACTIVE");
        client.data("""
            mutation($id: ID!) {
              suspendInstance(input: { instanceId: $id, reason: "On holiday" }) { operation { id } }
            }""", Map.of("id", asleep));
        awaitStatus(List.of(asleep), "SUSPENDED");

        client.data("""
            mutation($id: ID!) { suspendTenant(input: { tenantId: $id, reason: "Unpaid" }) { tenant { status } } }
            """, Map.of("id", tenant));
        awaitStatus(List.of(first, second), "SUSPENDED");
        String suspension =
                await().atMost(LIMIT.toSeconds(), SECONDS).until(() -> suspensionOf(tenant), id -> !id.isEmpty());
        awaitOutcomes(suspension, Map.of(first, "STOPPED", second, "STOPPED", asleep, "LEFT_ALONE"));
        assertThat(reason(client.error(PROVISION, order("tenancy four", tenant, Map.of()))))
                .isEqualTo("TENANT_SUSPENDED");

        client.data("""
            mutation($id: ID!) { resumeTenant(input: { tenantId: $id }) { tenant { status } } }
            """, Map.of("id", tenant));
        awaitStatus(List.of(first, second), "ACTIVE");
        awaitOutcomes(suspension, Map.of(first, "RETURNED", second, "RETURNED", asleep, "LEFT_ALONE"));
        assertThat(client.instance(asleep).path("status").asString()).isEqualTo("SUSPENDED");
    }

    @Test
    void whoeverHasInstancesIsNotDeletedAndWhoeverHasNoneIs() {
        String partner = partner("Deletion story");
        String tenant = tenant(partner, "Deleted shop", null);
        String instance = provision("tenancy five", tenant, Map.of());
        awaitStatus(List.of(instance), "ACTIVE");

        JsonNode refused = client.error(DELETE_TENANT, Map.of("id", tenant));
        assertThat(reason(refused)).isEqualTo("STILL_IN_USE");
        assertThat(refused.path("message").asString()).contains("tenancy five", instance);
        assertThat(reason(client.error(DELETE_PARTNER, Map.of("id", partner)))).isEqualTo("STILL_IN_USE");

        String termination =
                client.terminate(instance).path("operation").path("id").asString();
        assertThat(client.awaitEnd(termination, LIMIT).path("state").asString()).isEqualTo("SUCCEEDED");

        assertThat(client.data(DELETE_TENANT, Map.of("id", tenant))
                        .at("/deleteTenant/tenant/status")
                        .asString())
                .isEqualTo("DELETED");
        assertThat(client.data(DELETE_PARTNER, Map.of("id", partner))
                        .at("/deletePartner/partner/status")
                        .asString())
                .isEqualTo("DELETED");
        partner("Deletion story");
    }

    @Test
    void aTenantIsHeldToItsResidency() {
        String tenant = tenant(
                partner("Residency story"),
                "Resident shop",
                Map.of("mode", "SINGLE_COUNTRY", "allowedRegions", List.of("ng-lagos", "ng-abuja")));

        assertRefused(tenant, Map.of("region", "gh-accra"), "configuration.region");
        assertRefused(tenant, Map.of("region", "ng-lagos"), "configuration.dataResidency");
        assertRefused(
                tenant,
                Map.of("region", "ng-lagos", "dataResidency", List.of("ng-lagos", "gh-accra")),
                "configuration.dataResidency");
        String instance =
                provision("tenancy six", tenant, Map.of("region", "ng-lagos", "dataResidency", List.of("ng-lagos")));
        awaitStatus(List.of(instance), "ACTIVE");

        JsonNode refused = client.error("""
            mutation($id: ID!) {
              updateTenant(input: { tenantId: $id, residency: { mode: REGIONAL, allowedRegions: ["gh-accra"] } }) {
                tenant { id }
              }
            }""", Map.of("id", tenant));
        assertThat(reason(refused)).isEqualTo("STILL_IN_USE");
        assertThat(refused.path("message").asString()).contains("tenancy six");
    }

    @Test
    void aPlatformSettingCountsAtOnceAndKeepsItsHistory() {
        JsonNode before = client.data("{ platformSetting(key: \"backups\") { value defaultValue } }", Map.of())
                .path("platformSetting");
        assertThat(before.path("value")).isEqualTo(before.path("defaultValue"));

        JsonNode setting = client.data("""
            mutation { setPlatformSetting(input: { key: "backups", value: { keep: 3 }, reason: "Small disk" }) {
              setting { value history { edges { node { before value actorId reason } } } }
            } }""", Map.of()).path("setPlatformSetting").path("setting");

        assertThat(setting.at("/value/keep").asInt()).isEqualTo(3);
        assertThat(setting.at("/history/edges/0/node/reason").asString()).isEqualTo("Small disk");
        assertThat(setting.at("/history/edges/0/node/actorId").asString()).isEqualTo("local-operator");
        assertThat(RunningKeelson.shared()
                        .context()
                        .getBean(BackupRetention.class)
                        .keep())
                .isEqualTo(3);
        assertThat(reason(client.error("""
            mutation { setPlatformSetting(input: { key: "backups", value: { keep: 0 }, reason: "None" }) {
              setting { key }
            } }""", Map.of()))).isEqualTo("SETTING_NOT_ACCEPTED");
    }

    private static final String PROVISION = """
        mutation($input: ProvisionInstanceInput!) {
          provisionInstance(input: $input) { instance { id } operation { id } }
        }""";
    private static final String DELETE_TENANT = """
        mutation($id: ID!) { deleteTenant(input: { tenantId: $id, reason: "Gone" }) { tenant { status } } }
        """;
    private static final String DELETE_PARTNER = """
        mutation($id: ID!) { deletePartner(input: { partnerId: $id, reason: "Gone" }) { partner { status } } }
        """;

    private String partner(String name) {
        return client.data(
                        """
            mutation($name: String!, $email: String!) {
              registerPartner(input: { name: $name, email: $email }) { partner { id } }
            }""",
                        Map.of(
                                "name",
                                name,
                                "email",
                                name.toLowerCase(Locale.ROOT).replace(' ', '-') + "@example.com"))
                .at("/registerPartner/partner/id")
                .asString();
    }

    private String tenant(String partner, String name, @Nullable Object residency) {
        Map<String, Object> input = new HashMap<>(Map.of("partnerId", partner, "name", name));
        input.put("residency", residency);
        return client.data("""
            mutation($input: RegisterTenantInput!) { registerTenant(input: $input) { tenant { id } } }
            """, Map.of("input", input))
                .at("/registerTenant/tenant/id")
                .asString();
    }

    private String provision(String name, String tenant, Map<String, Object> configuration) {
        return client.data(PROVISION, order(name, tenant, configuration))
                .at("/provisionInstance/instance/id")
                .asString();
    }

    private static Map<String, Object> order(String name, String tenant, Map<String, Object> configuration) {
        return Map.of(
                "input",
                Map.of(
                        "name",
                        name,
                        "tenantId",
                        tenant,
                        "component",
                        "storefront",
                        "version",
                        "1.0.0",
                        "configuration",
                        configuration));
    }

    private void assertRefused(String tenant, Map<String, Object> configuration, String field) {
        JsonNode error = client.error(PROVISION, order("tenancy refused", tenant, configuration));
        assertThat(reason(error)).as("%s", error).isEqualTo("RESIDENCY_VIOLATED");
        assertThat(error.at("/extensions/details/field").asString()).isEqualTo(field);
    }

    private void awaitStatus(List<String> instances, String status) {
        await().atMost(LIMIT.toSeconds(), SECONDS).untilAsserted(() -> assertThat(instances)
                .allSatisfy(id -> assertThat(client.instance(id).path("status").asString())
                        .isEqualTo(status)));
    }

    private String suspensionOf(String tenant) {
        return client.data("query($id: ID!) { tenant(id: $id) { suspension { id } } }", Map.of("id", tenant))
                .at("/tenant/suspension/id")
                .asString("");
    }

    private void awaitOutcomes(String suspension, Map<String, String> expected) {
        await().atMost(LIMIT.toSeconds(), SECONDS)
                .untilAsserted(() -> assertThat(outcomes(suspension)).isEqualTo(expected));
    }

    private Map<String, String> outcomes(String suspension) {
        Map<String, String> outcomes = new HashMap<>();
        client.data("""
            query($id: ID!) {
              suspension(id: $id) { instances { edges { node { instanceId outcome } } } }
            }""", Map.of("id", suspension))
                .at("/suspension/instances/edges")
                .forEach(edge -> outcomes.put(
                        edge.at("/node/instanceId").asString(),
                        edge.at("/node/outcome").asString()));
        return outcomes;
    }

    private static String reason(JsonNode error) {
        return error.at("/extensions/details/reason").asString();
    }
}
