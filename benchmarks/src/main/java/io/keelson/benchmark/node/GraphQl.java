package io.keelson.benchmark.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a node as any user does. Safe for several threads. */
public final class GraphQl {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DATA = "data:";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    GraphQl(URI base) {
        this.base = base;
    }

    /** What the node says of its own readiness. */
    boolean isReady() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("/health/ready")).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    public JsonNode data(String document) throws InterruptedException {
        return data(document, Map.of());
    }

    /**
     * Watches a subscription until it tells what is wanted, as a user does who looks at the page.
     *
     * @throws TimeoutException when that has not come in time
     */
    public JsonNode watch(String document, Map<String, ?> variables, Predicate<JsonNode> wanted, Duration patience)
            throws InterruptedException, TimeoutException {
        HttpRequest request = request(document, variables)
                .header("Accept", "text/event-stream")
                .build();
        try {
            return http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .thenApplyAsync(response -> first(response.body(), wanted))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The subscription ended before what was awaited.", failure.getCause());
        }
    }

    private static JsonNode first(Stream<String> lines, Predicate<JsonNode> wanted) {
        try (lines) {
            return lines.filter(line -> line.startsWith(DATA))
                    .map(line -> JSON.readTree(line.substring(DATA.length())).path("data"))
                    .filter(wanted)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The data of the answer; fails when it has errors. */
    public JsonNode data(String document, Map<String, ?> variables) throws InterruptedException {
        HttpRequest request = request(document, variables).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200 || !answer.path("errors").isEmpty()) {
                throw new IllegalStateException("Status %d: %s".formatted(response.statusCode(), response.body()));
            }
            return answer.path("data");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private HttpRequest.Builder request(String document, Map<String, ?> variables) {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        return HttpRequest.newBuilder(base.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
