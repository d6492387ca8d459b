package io.keelson.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.app.story.GraphQlClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * Sends mutations as a careful client does: with an {@code Idempotency-Key}, and again until they are acknowledged. What
 * went wrong in between is counted.
 */
final class Customer {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 200;
    private static final String PROVISION = """
            mutation($input: ProvisionInstanceInput!) {
              provisionInstance(input: $input) { instance { id status } operation { id } }
            }
            """;
    private static final String TERMINATE = """
            mutation($input: TerminateInstanceInput!) {
              terminateInstance(input: $input) { instance { id status } operation { id } }
            }
            """;

    private final GraphQlClient client;
    private final Progress progress;
    private final ConcurrentMap<String, Integer> troubles = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> acknowledged = new ConcurrentHashMap<>();

    Customer(GraphQlClient client, Progress progress) {
        this.client = client;
        this.progress = progress;
    }

    /** Provisions a healthy shop in this region and returns its id once it is active. */
    String provision(String name, String region) throws InterruptedException {
        JsonNode payload = acknowledged(
                        PROVISION,
                        Map.of(
                                "name",
                                name,
                                "component",
                                "storefront",
                                "version",
                                "1.0.0",
                                "configuration",
                                Map.of("region", region)),
                        "provision " + name)
                .path("provisionInstance");
        JsonNode end = end(payload);
        assertThat(end.path("state").asString()).as("%s", end).isEqualTo("SUCCEEDED");
        return payload.path("instance").path("id").asString();
    }

    /** Asks for an operation until that is acknowledged, and returns its id. */
    String ask(String mutation, Map<String, ?> input, String key) throws InterruptedException {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        String document = "mutation($input: %s) { %s(input: $input) { operation { id } } }".formatted(type, mutation);
        return acknowledged(document, input, key)
                .path(mutation)
                .path("operation")
                .path("id")
                .asString();
    }

    /** Provisions, waits for the end, and terminates when the order says so. */
    Receipt carryOut(FaultPlan.Order order) throws InterruptedException {
        JsonNode payload = acknowledged(
                        PROVISION,
                        Map.of("name", order.name(), "component", "storefront", "version", order.version()),
                        "provision " + order.name())
                .path("provisionInstance");
        String instanceId = payload.path("instance").path("id").asString();
        acknowledged.put(order.name(), instanceId);
        JsonNode provisioning = end(payload);
        if (!order.terminated()) {
            return new Receipt(order, instanceId, provisioning, null);
        }
        JsonNode termination = acknowledged(
                        TERMINATE,
                        Map.of("instanceId", instanceId, "reason", "It was ordered so"),
                        "terminate " + order.name())
                .path("terminateInstance");
        return new Receipt(order, instanceId, provisioning, end(termination));
    }

    /** Errors and broken connections seen on the way, with their number. */
    Map<String, Integer> troubles() {
        return Map.copyOf(troubles);
    }

    /** Names of the orders whose provisioning was acknowledged, with the id that was answered. */
    Map<String, String> acknowledgements() {
        return Map.copyOf(acknowledged);
    }

    private JsonNode end(JsonNode payload) {
        String operation = payload.path("operation").path("id").asString();
        while (true) {
            try {
                return client.awaitEnd(operation, LOOK);
            } catch (ConditionTimeoutException notYet) {
                progress.require("the end of " + operation);
            }
        }
    }

    private JsonNode acknowledged(String document, Map<String, ?> input, String key) throws InterruptedException {
        int attempt = 0;
        while (true) {
            try {
                String own = key.replace(' ', '-') + (attempt == 0 ? "" : "-" + attempt);
                JsonNode answer = client.send(document, Map.of("input", input), "Idempotency-Key", own);
                JsonNode error = answer.path("errors").path(0);
                if (error.isMissingNode()) {
                    return answer.path("data");
                }
                count(error.path("extensions").path("code").asString() + ": "
                        + error.path("message").asString().replaceAll("[0-9a-f-]{36}", "..."));
                if (error.at("/extensions/details/reason").asString("").equals("OPERATION_IN_PROGRESS")) {
                    // The watch repairs something; it will be over, and a refused request has done nothing.
                    attempt++;
                    progress.require("an instance that does nothing else");
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                    continue;
                }
                assertThat(error.path("extensions").path("code").asString())
                        .as("what is worth a second try of \"%s\": %s", key, error)
                        .isIn("SERVICE_UNAVAILABLE", "INTERNAL_ERROR");
            } catch (RuntimeException broken) {
                count(broken.toString());
            }
            progress.require("an answer to \"%s\" after %s".formatted(key, troubles));
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private void count(String trouble) {
        troubles.merge(trouble, 1, Integer::sum);
    }
}
