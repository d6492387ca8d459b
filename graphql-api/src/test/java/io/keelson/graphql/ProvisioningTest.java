package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.instance.Resources;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.query.AwaitProjected;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisioningTest {
    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void leastInputTakesTheDefaults() {
        TestApi.Reply reply = provision(Map.of()).withoutErrors();

        ProvisionInstance command = api.platform.sent(ProvisionInstance.class);
        assertThat(command.type()).isEqualTo(InstanceType.SHARED_SAAS);
        assertThat(command.driver()).isEqualTo(DriverName.PROCESS);
        assertThat(command.updatePolicy()).isEqualTo(UpdatePolicy.MANUAL_APPROVAL);
        assertThat(command.resources()).isEqualTo(Resources.DEFAULT);
        assertThat(command.configuration().region()).isEqualTo("local");
        assertThat(reply.<String>at("$.data.provisionInstance.instance.id"))
                .isEqualTo(command.instanceId().toString());
        assertThat(reply.<String>at("$.data.provisionInstance.operation.id"))
                .isEqualTo(command.operationId().toString());
        assertThat(reply.<String>at("$.data.provisionInstance.instance.createdAt"))
                .isEqualTo("2026-03-01T12:00:00Z");
        assertThat(reply.<String>at("$.data.provisionInstance.instance.resources.memory"))
                .isEqualTo("512Mi");
    }

    @Test
    void everyInputReachesTheCommand() {
        provision(Map.of(
                        "type", "PARTNER_DEPLOYED",
                        "partnerId", PartnerFixtures.PARTNER_ID.toString(),
                        "tenantId", TenantFixtures.TENANT_ID.toString(),
                        "updatePolicy", "FROZEN",
                        "resources", Map.of("cpu", "0.5", "memory", "1G", "storage", "512M"),
                        "configuration",
                                Map.of(
                                        "region",
                                        "eu-1",
                                        "dataResidency",
                                        List.of("eu-1"),
                                        "enabledSuites",
                                        List.of("commerce"),
                                        "enabledCapabilities",
                                        List.of("search"),
                                        "customDomain",
                                        "shop.example.com",
                                        "sslEnabled",
                                        true,
                                        "theme",
                                        "dark",
                                        "settings",
                                        Map.of("limit", 3))))
                .withoutErrors();

        ProvisionInstance command = api.platform.sent(ProvisionInstance.class);
        assertThat(command.partnerId()).isEqualTo(PartnerFixtures.PARTNER_ID);
        assertThat(command.tenantId()).isEqualTo(TenantFixtures.TENANT_ID);
        assertThat(command.resources()).isEqualTo(new Resources(500, 1_024, 512));
        assertThat(command.configuration().sslEnabled()).isTrue();
        assertThat(command.configuration().customDomain()).isEqualTo("shop.example.com");
        assertThat(command.configuration().settings()).isEqualTo(Map.of("theme", "dark", "limit", 3));
    }

    @Test
    void theAnswerWaitsForInstanceAndOperation() {
        provision(Map.of()).withoutErrors();

        ProvisionInstance command = api.platform.sent(ProvisionInstance.class);
        assertThat(api.platform.queries.stream()
                        .filter(AwaitProjected.class::isInstance)
                        .map(AwaitProjected.class::cast)
                        .map(AwaitProjected::aggregateId))
                .containsExactly(
                        command.instanceId().toString(), command.operationId().toString());
    }

    @Test
    void whatCannotBeReadInTimeIsNamed() {
        api.platform.projecting = false;

        TestApi.Reply reply = provision(Map.of());

        ProvisionInstance command = api.platform.sent(ProvisionInstance.class);
        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(reply.<Map<String, Object>>at("$.errors[0].extensions.details"))
                .containsEntry("reason", "NOT_YET_VISIBLE")
                .containsEntry("retryable", true)
                .containsEntry("instanceId", command.instanceId().toString())
                .containsEntry("operationId", command.operationId().toString());
        assertThat(reply.<String>at("$.errors[0].message"))
                .contains("is stored")
                .contains("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({
        "name, '../etc', name",
        "name, '', name",
        "component, 'Store Front', component",
        "version, 'one', version",
        "version, '', version",
        "driver, 'rm -rf', driver",
        "tenantId, 'tenant:1', tenantId",
        "partnerId, 'instance:00000000-0000-4000-8000-000000000004', partnerId",
    })
    void badInputNamesItsField(String input, String value, String field) {
        TestApi.Reply reply = provision(Map.of(input, value));

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo(field);
        assertThat(api.platform.commands).isEmpty();
    }

    @Test
    void badResourcesAndConfigurationNameTheirField() {
        assertThat(fieldOf(Map.of("resources", Map.of("memory", "lots")))).isEqualTo("resources.memory");
        assertThat(fieldOf(Map.of("resources", Map.of("cpu", "0.001m")))).isEqualTo("resources.cpu");
        assertThat(fieldOf(Map.of("resources", Map.of("storage", "9999999999T"))))
                .isEqualTo("resources.storage");
        assertThat(fieldOf(Map.of("configuration", List.of()))).isEqualTo("configuration");
        assertThat(fieldOf(Map.of("configuration", Map.of("region", 7)))).isEqualTo("configuration.region");
        assertThat(fieldOf(Map.of("configuration", Map.of("sslEnabled", "yes"))))
                .isEqualTo("configuration.sslEnabled");
        assertThat(fieldOf(Map.of("configuration", Map.of("enabledSuites", List.of(1)))))
                .isEqualTo("configuration.enabledSuites");
        assertThat(fieldOf(Map.of("configuration", Map.of("settings", "all")))).isEqualTo("configuration.settings");
        assertThat(fieldOf(Map.of("configuration", Map.of("a", 1, "settings", Map.of("a", 2)))))
                .isEqualTo("configuration");
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("theme", null);
        assertThat(fieldOf(Map.of("configuration", withNull))).isEqualTo("configuration.theme");
    }

    @Test
    void literalsWorkLikeVariables() {
        api.ask("""
                        mutation { provisionInstance(input: {
                          name: "shop-1", component: "storefront", version: "1.0.0",
                          configuration: { theme: "dark", deep: { list: [1, 2.5, true, null] } }
                        }) { instance { id } } }""").withoutErrors();

        assertThat(api.platform.sent(ProvisionInstance.class).configuration().settings())
                .containsEntry("theme", "dark")
                .containsKey("deep");
    }

    @Test
    void terminationCarriesItsReasonAndAnswersWithTheOperation() {
        provision(Map.of()).withoutErrors();
        String id = api.platform.sent(ProvisionInstance.class).instanceId().toString();

        TestApi.Reply reply = terminate(id, "No longer needed").withoutErrors();

        TerminateInstance command = api.platform.sent(TerminateInstance.class);
        assertThat(reply.<String>at("$.data.terminateInstance.operation.id"))
                .isEqualTo(command.operationId().toString());
        assertThat(api.platform.metadata)
                .anySatisfy(context -> assertThat(context).containsEntry(RequestContext.REASON, "No longer needed"));
    }

    @Test
    void terminationNeedsAReason() {
        TestApi.Reply reply = terminate(InstanceFixtures.INSTANCE_ID.toString(), "  ");

        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("reason");
    }

    private String fieldOf(Map<String, Object> input) {
        return provision(input).at("$.errors[0].extensions.details.field");
    }

    private TestApi.Reply provision(Map<String, Object> more) {
        Map<String, Object> input =
                new HashMap<>(Map.of("name", "shop-1", "component", "storefront", "version", "1.0.0"));
        input.putAll(more);
        return api.askStored("provision-instance", Map.of("input", input));
    }

    private TestApi.Reply terminate(String id, String reason) {
        return api.ask("""
                mutation($id: ID!, $reason: String!) {
                  terminateInstance(input: { instanceId: $id, reason: $reason }) { instance { id } operation { id } }
                }""", Map.of("id", id, "reason", reason));
    }
}
