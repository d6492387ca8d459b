package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.ApproveUpgrade;
import io.keelson.api.operation.OperationId;
import io.keelson.app.upgrade.DueUpgrades;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop through its upgrades, with a real process and a real database. Times are printed, and bounded generously. */
class UpgradeStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String PRODUCTS = "select string_agg(name, ';' order by name) from products";

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();
    private final StoryShops shops = new StoryShops(client);

    @Test
    void aShopIsUpgradedSavedFromABadReleaseAndTakenBack() throws Exception {
        String shop = provision("modern shop");
        shops.sell(shop, "Ship", "12.50");
        shops.sell(shop, "Sail", "3");
        String before = keelson.inDatabase(shop, PRODUCTS);

        assertThat(decision(shop, "1.1.0").path("waitsFor").get(0).asString()).isEqualTo("APPROVAL");
        JsonNode upgrade = upgrade(shop, "1.1.0", List.of("APPROVAL"));
        assertThat(state(upgrade)).as("%s", upgrade).isEqualTo("SUCCEEDED");
        assertThat(client.get(url(shop) + "/version").body()).contains("1.1.0");
        assertThat(keelson.inDatabase(shop, PRODUCTS)).isEqualTo(before);
        assertThat(client.instance(shop).path("version").asString()).isEqualTo("1.1.0");

        assertThat(refusal(shop, "1.2.0")).isEqualTo("UPGRADE_NOT_ELIGIBLE");
        JsonNode bad = upgrade(shop, "1.2.0", List.of("APPROVAL", "CHANNEL"));
        assertThat(state(bad)).as("%s", bad).isEqualTo("ROLLED_BACK");
        assertThat(client.get(url(shop) + "/version").body()).contains("1.1.0");
        assertThat(keelson.inDatabase(shop, PRODUCTS)).isEqualTo(before);
        assertThat(client.instance(shop).path("status").asString()).isEqualTo("ACTIVE");

        JsonNode breaking = upgrade(shop, "2.0.0", List.of("APPROVAL"));
        assertThat(state(breaking)).as("%s", breaking).isEqualTo("SUCCEEDED");
        assertThat(keelson.inDatabase(shop, PRODUCTS)).isEqualTo(before);
        assertThat(refusal(shop, "1.1.0")).isEqualTo("UPGRADE_NOT_ELIGIBLE");

        shops.sell(shop, "Anchor", "7");
        String now = keelson.inDatabase(shop, PRODUCTS);

        JsonNode plan = rollbackPlan(shop);
        assertThat(plan.path("obstacle").isNull()).as("%s", plan).isTrue();
        assertThat(plan.path("to").asString()).isEqualTo("1.1.0");
        assertThat(plan.path("dataLossRisk").asString()).isEqualTo("LOW");
        JsonNode rollback = rollback(shop);
        assertThat(state(rollback)).as("%s", rollback).isEqualTo("SUCCEEDED");
        assertThat(rollback.path("steps").valueStream().map(step -> step.path("name")
                        .asString()))
                .as("the plan said what would be done")
                .containsExactlyElementsOf(plan.path("steps")
                        .valueStream()
                        .map(step -> step.path("name").asString())
                        .toList());
        assertThat(client.get(url(shop) + "/version").body()).contains("1.1.0");
        assertThat(keelson.inDatabase(shop, PRODUCTS))
                .as("what was written since the upgrade stays, for the release takes its migration back")
                .isEqualTo(now)
                .contains("Anchor");
        assertThat(client.get(url(shop) + "/").body()).contains("Ship", "12.50");
        terminate(shop);
        assertThat(keelson.leftovers(shop)).isEmpty();
    }

    @Test
    void anUpgradeWaitsForAnotherPerson() throws Exception {
        String shop = provision("patient shop");
        shops.sell(shop, "In time", "1");
        JsonNode waiting = client.data("""
                        mutation($input: UpgradeInstanceInput!) {
                          upgradeInstance(input: $input) { operation { id } proposal { operationId author } }
                        }
                        """, Map.of("input", Map.of("instanceId", shop, "version", "1.1.0")))
                .path("upgradeInstance");
        assertThat(waiting.path("operation").isNull()).isTrue();
        String operation = waiting.path("proposal").path("operationId").asString();
        assertThat(client.error(
                                "mutation($input: ApproveUpgradeInput!) { approveUpgrade(input: $input) { instance { id } } }",
                                Map.of("input", Map.of("instanceId", shop, "operationId", operation)))
                        .path("extensions")
                        .path("details")
                        .path("reason")
                        .asString())
                .isEqualTo("CONFIRMATION_MISSING");

        ApproveUpgrade approval = new ApproveUpgrade(InstanceId.parse(shop), OperationId.parse(operation));
        keelson.context()
                .getBean(CommandGateway.class)
                .sendAndWait(GenericCommandMessage.asCommandMessage(approval)
                        .andMetaData(Map.of(RequestContext.ACTOR_ID, "second-person")));

        await().atMost(PATIENCE).ignoreExceptions().until(() -> client.awaitEnd(operation, PATIENCE)
                .path("state")
                .asString()
                .equals("SUCCEEDED"));
        assertThat(client.get(url(shop) + "/version").body()).contains("1.1.0");

        shops.sell(shop, "Too late", "1");
        assertThat(rollbackPlan(shop).path("dataLoss").asString()).startsWith("Everything that was written since");
        JsonNode rollback = rollback(shop);
        assertThat(state(rollback)).as("%s", rollback).isEqualTo("SUCCEEDED");
        assertThat(client.get(url(shop) + "/version").body()).contains("1.0.0");
        assertThat(keelson.inDatabase(shop, "select count(*) from products")).isEqualTo("1");
        assertThat(rollbackPlan(shop).path("obstacle").asString()).contains("no upgrade");
        terminate(shop);
    }

    @Test
    void whatIsDueBeginsByItselfAndWhatDidNotStayIsNotTakenAgain() throws Exception {
        String shop = provision("modest shop");
        client.data(
                "mutation($input: SetUpdatePolicyInput!) { setUpdatePolicy(input: $input) { instance { updatePolicy } } }",
                Map.of("input", Map.of("instanceId", shop, "policy", "AUTO_UPDATE")));

        await().atMost(PATIENCE).until(() -> {
            keelson.context().getBean(DueUpgrades.class).look();
            return client.instance(shop).path("version").asString().equals("1.1.0");
        });
        assertThat(state(rollback(shop))).isEqualTo("SUCCEEDED");
        JsonNode decision = client.data(
                        "query($id: ID!) { upgradeDecision(instanceId: $id) { outcome target waitsFor } }",
                        Map.of("id", shop))
                .path("upgradeDecision");
        assertThat(decision.path("target").asString()).as("%s", decision).isEqualTo("2.0.0");
        assertThat(decision.path("waitsFor").get(0).asString()).isEqualTo("APPROVAL");
        terminate(shop);
    }

    private JsonNode rollback(String shop) {
        return ended(client.data(
                        "mutation($input: RollbackInstanceInput!) { rollbackInstance(input: $input) { operation { id } } }",
                        Map.of("input", Map.of("instanceId", shop, "reason", "The customer wants it back")))
                .path("rollbackInstance"));
    }

    private JsonNode rollbackPlan(String shop) {
        return client.data("""
            query($id: ID!) {
              rollbackPlan(instanceId: $id) {
                from to obstacle dataLossRisk dataLoss estimatedDuration steps { order name description reversible }
              }
            }
            """, Map.of("id", shop)).path("rollbackPlan");
    }

    /** Upgrades, and prints how long it took and how long nobody was answered. */
    private JsonNode upgrade(String shop, String version, List<String> override) throws Exception {
        String health = url(shop) + "/version";
        long begin = System.nanoTime();
        try (Unavailability unavailable = Unavailability.of(URI.create(health))) {
            JsonNode end = ended(client.data(
                            "mutation($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { operation { id } } }",
                            Map.of(
                                    "input",
                                    Map.of(
                                            "instanceId", shop,
                                            "version", version,
                                            "override", override,
                                            "reason", "The story says so")))
                    .path("upgradeInstance"));
            System.out.printf(
                    "UpgradeStoryTest: to %s: %s in %d ms, %d ms without an answer%n",
                    version, state(end), (System.nanoTime() - begin) / 1_000_000, unavailable.millis());
            return end;
        }
    }

    private JsonNode ended(JsonNode payload) {
        String id = payload.path("operation").path("id").asString();
        client.awaitEnd(id, PATIENCE);
        return client.operation(id);
    }

    private JsonNode decision(String shop, String version) {
        return client.data("""
                        query($id: ID!, $version: Semver) {
                          upgradeDecision(instanceId: $id, version: $version) {
                            outcome eligible path change waitsFor rules { rule verdict message data }
                          }
                        }
                        """, Map.of("id", shop, "version", version)).path("upgradeDecision");
    }

    private String refusal(String shop, String version) {
        return client.error(
                        "mutation($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { operation { id } } }",
                        Map.of("input", Map.of("instanceId", shop, "version", version)))
                .path("extensions")
                .path("details")
                .path("reason")
                .asString();
    }

    private String provision(String name) {
        JsonNode payload = client.data(
                        "mutation($input: ProvisionInstanceInput!) {"
                                + " provisionInstance(input: $input) { instance { id } operation { id } } }",
                        Map.of("input", Map.of("name", name, "component", "storefront", "version", "1.0.0")))
                .path("provisionInstance");
        assertThat(state(ended(payload))).isEqualTo("SUCCEEDED");
        return payload.path("instance").path("id").asString();
    }

    private void terminate(String shop) {
        JsonNode payload = client.data(
                        "mutation($input: TerminateInstanceInput!) { terminateInstance(input: $input) { operation { id } } }",
                        Map.of("input", Map.of("instanceId", shop, "reason", "The story is over")))
                .path("terminateInstance");
        assertThat(state(ended(payload))).isEqualTo("SUCCEEDED");
    }

    private String url(String shop) {
        return client.instance(shop).path("url").asString();
    }

    private static String state(JsonNode operation) {
        return operation.path("state").asString();
    }
}
