package io.keelson.app.story;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user has: HTTP and GraphQL. */
public final class GraphQlClient {
    /** Escapes, so that half of a surrogate pair can be sent, too. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Set<String> OVER = Set.of("SUCCEEDED", "FAILED", "ROLLED_BACK", "CANCELLED");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;

    public GraphQlClient(URI base) {
        this.base = base;
    }

    URI base() {
        return base;
    }

    /** The whole answer, errors included. */
    public JsonNode send(String document, Map<String, ?> variables, String... headers) {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return JSON.readTree(exchange(request.build()).body());
    }

    /** The data of an answer without errors. */
    public JsonNode data(String document, Map<String, ?> variables, String... headers) {
        JsonNode answer = send(document, variables, headers);
        assertThat(answer.path("errors").isMissingNode()
                        || answer.path("errors").isEmpty())
                .as("errors of %s", answer)
                .isTrue();
        return answer.path("data");
    }

    /** The data of every message of a subscription over server-sent events, until it completes. */
    List<JsonNode> subscribe(String document, Duration atMost) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .timeout(atMost)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
                .build();
        return exchange(request)
                .body()
                .lines()
                .filter(line -> line.startsWith("data:") && line.length() > "data:".length())
                .map(line -> JSON.readTree(line.substring("data:".length())).path("data"))
                .filter(JsonNode::isObject)
                .toList();
    }

    /** The first error of an answer. */
    JsonNode error(String document, Map<String, ?> variables) {
        JsonNode answer = send(document, variables);
        assertThat(answer.path("errors").isEmpty()).as("no error in %s", answer).isFalse();
        return answer.path("errors").get(0);
    }

    JsonNode provision(String name, String version) {
        return data("""
            mutation($input: ProvisionInstanceInput!) {
              provisionInstance(input: $input) {
                instance { id status }
                operation { id state }
              }
            }
            """, Map.of("input", Map.of("name", name, "component", "storefront", "version", version)))
                .path("provisionInstance");
    }

    JsonNode terminate(String instanceId) {
        return data("""
            mutation($input: TerminateInstanceInput!) {
              terminateInstance(input: $input) { instance { id status } operation { id state } }
            }
            """, Map.of("input", Map.of("instanceId", instanceId, "reason", "The story is over")))
                .path("terminateInstance");
    }

    /** Terminates every instance, once it is built, and waits until that is done. */
    public void terminateAll() {
        await().atMost(120, SECONDS).until(() -> idsOf("PROVISIONING").isEmpty());
        idsOf("ACTIVE").stream()
                .map(id -> terminate(id).path("operation").path("id").asString())
                .toList()
                .forEach(operation -> awaitEnd(operation, Duration.ofSeconds(60)));
    }

    private List<String> idsOf(String status) {
        return data(
                        "query($status: InstanceStatus!) {"
                                + " instances(first: 200, filter: { status: $status }) { edges { node { id } } } }",
                        Map.of("status", status))
                .path("instances")
                .path("edges")
                .valueStream()
                .map(edge -> edge.path("node").path("id").asString())
                .toList();
    }

    JsonNode instance(String id) {
        return data("""
            query($id: ID!) {
              instance(id: $id) {
                id name status url health version activeOperation { id } lastError { code message }
              }
            }
            """, Map.of("id", id)).path("instance");
    }

    JsonNode operation(String id) {
        return data("""
            query($id: ID!) {
              operation(id: $id) {
                id kind state progress message startedAt finishedAt
                steps { name action state attempt message startedAt finishedAt error { code message } }
              }
            }
            """, Map.of("id", id)).path("operation");
    }

    /** Waits until the operation is over, at most so long; also over restarts of the server. */
    public JsonNode awaitEnd(String operationId, Duration atMost) {
        AtomicReference<JsonNode> last = new AtomicReference<>();
        try {
            await().atMost(atMost.toSeconds(), SECONDS)
                    .ignoreExceptions()
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        last.set(operation(operationId));
                        return OVER.contains(last.get().path("state").asString());
                    });
        } catch (ConditionTimeoutException tooLate) {
            throw new ConditionTimeoutException("%s is not over: %s".formatted(operationId, last.get()), tooLate);
        }
        return last.get();
    }

    public HttpResponse<String> get(String url) {
        return exchange(HttpRequest.newBuilder(base.resolve(url))
                .timeout(Duration.ofSeconds(10))
                .build());
    }

    /** Sends a form; the status of the answer. */
    int post(String url, String form) {
        return exchange(HttpRequest.newBuilder(base.resolve(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(10))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build())
                .statusCode();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
