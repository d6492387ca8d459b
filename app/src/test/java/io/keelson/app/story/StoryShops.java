package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Shops of the sample, and what is asked of them. */
record StoryShops(GraphQlClient client) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Provisions a shop and returns its id. */
    String open(String name, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(Map.of("name", name, "component", "storefront", "version", "1.0.0"));
        input.putAll(more);
        JsonNode payload = mutate("provisionInstance", input, "instance { id } operation { id }");
        JsonNode end = client.awaitEnd(payload.path("operation").path("id").asString(), PATIENCE);
        assertThat(state(end)).as("%s", end).isEqualTo("SUCCEEDED");
        return payload.path("instance").path("id").asString();
    }

    void close(String shop) {
        JsonNode end = operate("terminateInstance", Map.of("instanceId", shop, "reason", "The story is over"));
        assertThat(state(end)).as("%s", end).isEqualTo("SUCCEEDED");
    }

    /** Asks for an operation and returns its id. */
    String ask(String mutation, Map<String, ?> input) {
        return mutate(mutation, input, "operation { id }")
                .path("operation")
                .path("id")
                .asString();
    }

    /** Asks for an operation and waits for its end. */
    JsonNode operate(String mutation, Map<String, ?> input) {
        return client.awaitEnd(ask(mutation, input), PATIENCE);
    }

    JsonNode mutate(String mutation, Map<String, ?> input, String selection) {
        return client.data(document(mutation, selection), Map.of("input", input))
                .path(mutation);
    }

    /** The extensions of the error with which the request is refused. */
    JsonNode refusal(String mutation, Map<String, ?> input) {
        return client.error(document(mutation, "instance { id }"), Map.of("input", input))
                .path("extensions");
    }

    String url(String shop) {
        return client.instance(shop).path("url").asString();
    }

    JsonNode read(String shop, String selection) {
        return client.data("query($id: ID!) { instance(id: $id) { %s } }".formatted(selection), Map.of("id", shop))
                .path("instance");
    }

    static String state(JsonNode operation) {
        return operation.path("state").asString();
    }

    void sell(String shop, String name, String price) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(shop) + "/products"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=%s&price=%s".formatted(name, price)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isLessThan(400);
        }
    }

    String page(String shop) {
        return client.get(url(shop) + "/").body();
    }

    private static String document(String mutation, String selection) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return "mutation($input: %s) { %s(input: $input) { %s } }".formatted(type, mutation, selection);
    }
}
