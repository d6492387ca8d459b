package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person at a server of Unleash, signed in as its first administrator. */
final class UnleashClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String url;

    private UnleashClient(String url) {
        this.url = url;
    }

    static UnleashClient signIn(String url) throws Exception {
        UnleashClient client = new UnleashClient(url);
        client.post("/auth/simple/login", Map.of("username", "admin", "password", "unleash4all"));
        return client;
    }

    /** Makes a flag with a strategy, a tag, and switches it on. */
    void makeFlag(String name) throws Exception {
        String project = "/api/admin/projects/default/features";
        post(project, Map.of("name", name, "type", "release", "description", "It's \"%s\" é漢".formatted(name)));
        post(
                project + "/" + name + "/environments/development/strategies",
                Map.of(
                        "name", "flexibleRollout",
                        "parameters", Map.of("rollout", "42", "stickiness", "default", "groupId", name),
                        "constraints",
                                List.of(Map.of("contextName", "userId", "operator", "IN", "values", List.of("7")))));
        post(project + "/" + name + "/environments/development/on", Map.of());
        post("/api/admin/features/" + name + "/tags", Map.of("type", "simple", "value", "tag-" + name));
    }

    List<String> flags() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/admin/projects/default/features"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .path("features")
                .valueStream()
                .map(feature -> feature.path("name").asString())
                .sorted()
                .toList();
    }

    private JsonNode post(String path, Map<String, ?> body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 299);
        return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
