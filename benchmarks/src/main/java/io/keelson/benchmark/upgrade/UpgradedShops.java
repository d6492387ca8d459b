package io.keelson.benchmark.upgrade;

import io.keelson.benchmark.node.GraphQl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Provisions, upgrades and terminates the sample through GraphQL. */
final class UpgradedShops {
    private static final Set<String> OVER = Set.of("SUCCEEDED", "FAILED", "ROLLED_BACK", "CANCELLED");

    private final GraphQl client;
    private final Duration look;
    private final Duration patience;

    UpgradedShops(GraphQl client, Duration look, Duration patience) {
        this.client = client;
        this.look = look;
        this.patience = patience;
    }

    /** Answers the id of the instance when it is active. */
    String provision(String name) throws InterruptedException {
        JsonNode payload = client.data(
                        "mutation($input: ProvisionInstanceInput!) {"
                                + " provisionInstance(input: $input) { instance { id } operation { id } } }",
                        Map.of("input", Map.of("name", name, "component", "storefront", "version", "1.0.0")))
                .path("provisionInstance");
        ended(payload);
        return payload.path("instance").path("id").asString();
    }

    String url(String instance) throws InterruptedException {
        return client.data("query($id: ID!) { instance(id: $id) { url } }", Map.of("id", instance))
                .path("instance")
                .path("url")
                .asString();
    }

    /** Answers the operation when it is over. */
    JsonNode upgrade(String instance, String version) throws InterruptedException {
        return ended(client.data(
                        "mutation($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { operation { id } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "instanceId",
                                        instance,
                                        "version",
                                        version,
                                        "override",
                                        List.of("APPROVAL", "CHANNEL"),
                                        "reason",
                                        "The benchmark measures it")))
                .path("upgradeInstance"));
    }

    void terminate(String instance) throws InterruptedException {
        ended(client.data(
                        "mutation($input: TerminateInstanceInput!) { terminateInstance(input: $input) { operation { id } } }",
                        Map.of("input", Map.of("instanceId", instance, "reason", "The benchmark is over")))
                .path("terminateInstance"));
    }

    private JsonNode ended(JsonNode payload) throws InterruptedException {
        String id = payload.path("operation").path("id").asString();
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode operation = client.data(
                            "query($id: ID!) { operation(id: $id) {"
                                    + " state message finishedAt steps { name startedAt finishedAt } } }",
                            Map.of("id", id))
                    .path("operation");
            if (OVER.contains(operation.path("state").asString())) {
                return operation;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%s is not over: %s".formatted(id, operation));
            }
            Thread.sleep(look);
        }
    }
}
