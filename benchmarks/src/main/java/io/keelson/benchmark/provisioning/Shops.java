package io.keelson.benchmark.provisioning;

import io.keelson.benchmark.node.GraphQl;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** Provisions and terminates the sample through GraphQL. */
final class Shops {
    static final String VERSION = "1.0.0";

    private static final Set<String> OVER = Set.of("SUCCEEDED", "FAILED", "ROLLED_BACK", "CANCELLED");
    private static final Set<String> SETTLED = Set.of("ACTIVE", "FAILED");
    private static final String PROVISION = """
            mutation($input: ProvisionInstanceInput!) {
              provisionInstance(input: $input) { instance { id } operation { id } }
            }
            """;
    private static final String TERMINATE = """
            mutation($input: TerminateInstanceInput!) {
              terminateInstance(input: $input) { instance { id } operation { id } }
            }
            """;
    private static final String PROGRESS = """
            subscription($id: ID!) { operationProgress(id: $id) { state message instance { status } } }
            """;
    private static final String STATE = "query($id: ID!) { operation(id: $id) { state message } }";

    private final GraphQl client;

    Shops(GraphQl client) {
        this.client = client;
    }

    /** An instance and the operation that works on it. */
    record Work(String instanceId, String operationId) {
        private static Work of(JsonNode payload) {
            return new Work(
                    payload.path("instance").path("id").asString(),
                    payload.path("operation").path("id").asString());
        }
    }

    Work provision(String name) throws InterruptedException {
        Map<String, String> input = Map.of("name", name, "component", "storefront", "version", VERSION);
        return Work.of(client.data(PROVISION, Map.of("input", input)).path("provisionInstance"));
    }

    Work terminate(String instanceId) throws InterruptedException {
        Map<String, String> input = Map.of("instanceId", instanceId, "reason", "The benchmark is over");
        return Work.of(client.data(TERMINATE, Map.of("input", input)).path("terminateInstance"));
    }

    /**
     * Watches the operation until its instance is active. Fails when that cannot come any more, or not in time.
     */
    void watchUntilActive(Work work, Duration patience) throws InterruptedException, TimeoutException {
        JsonNode last = client.watch(
                PROGRESS,
                Map.of("id", work.operationId()),
                data -> SETTLED.contains(
                        data.at("/operationProgress/instance/status").asString()),
                patience);
        if (!last.at("/operationProgress/instance/status").asString().equals("ACTIVE")) {
            throw new IllegalStateException("%s is not active: %s".formatted(work.instanceId(), last));
        }
    }

    /** How the operation ended. */
    String awaitEnd(String operationId, Duration look, Duration patience) throws InterruptedException {
        return await(STATE, operationId, "operation", "state", OVER, look, patience);
    }

    /** What the operation says of itself. */
    String message(String operationId) throws InterruptedException {
        return client.data(STATE, Map.of("id", operationId))
                .path("operation")
                .path("message")
                .asString();
    }

    private String await(
            String query, String id, String object, String field, Set<String> wanted, Duration look, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            String value = client.data(query, Map.of("id", id))
                    .path(object)
                    .path(field)
                    .asString();
            if (wanted.contains(value)) {
                return value;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%s is still %s after %s.".formatted(id, value, patience));
            }
            Thread.sleep(look);
        }
    }
}
