package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.version.ComponentType;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.ReleaseVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VersionTest {
    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void leastInputTakesTheDefaults() {
        release(Map.of()).withoutErrors();

        ReleaseVersion command = api.platform.sent(ReleaseVersion.class);
        assertThat(command.type()).isEqualTo(ComponentType.PLATFORM);
        assertThat(command.status()).isEqualTo(VersionStatus.STABLE);
        assertThat(command.changelog()).isEmpty();
        assertThat(command.dependencies()).isEmpty();
        assertThat(command.artifacts().process()).isNull();
    }

    @Test
    void artifactsComeBackAsTheyWereGiven() {
        Map<String, Object> process = Map.of(
                "files", List.of(Map.of("path", "app.jar", "source", "/opt/app.jar", "sha256", "a".repeat(64))),
                "prepare", List.of("tar", "xf", "app.tar"),
                "command", List.of("{java}", "-jar", "app.jar"),
                "environment", Map.of("PORT", "{port}"),
                "smokePaths", List.of("/"));
        Map<String, Object> schema = Map.of("type", "object");

        TestApi.Reply reply = release(Map.of(
                        "dependencies", Map.of("theme", ">=1.0"),
                        "artifacts", Map.of("process", process, "configurationSchema", schema)))
                .withoutErrors();

        Map<String, Object> answered = reply.at("$.data.releaseVersion.version.artifacts");
        assertThat(answered).containsEntry("configurationSchema", schema);
        assertThat(reply.<Map<String, Object>>at("$.data.releaseVersion.version.artifacts.process"))
                .containsAllEntriesOf(process)
                .containsEntry("healthPath", "/health")
                .containsEntry("healthTimeoutSeconds", 60)
                .containsEntry("migrate", List.of());
        assertThat(reply.<Map<String, Object>>at("$.data.releaseVersion.version.dependencies"))
                .containsEntry("theme", ">=1.0");
    }

    @Test
    void badInputNamesItsField() {
        assertThat(fieldOf(Map.of("number", "1.x"))).isEqualTo("number");
        assertThat(fieldOf(Map.of("component", "Store"))).isEqualTo("component");
        assertThat(fieldOf(Map.of("status", "WITHDRAWN"))).isEqualTo("status");
        assertThat(fieldOf(Map.of("changelog", "bell \u0007"))).isEqualTo("changelog");
        assertThat(fieldOf(Map.of("dependencies", Map.of("theme", 1)))).isEqualTo("dependencies.theme");
        assertThat(fieldOf(Map.of("artifacts", Map.of("process", Map.of("command", List.of())))))
                .isEqualTo("artifacts.process.command");
        Map<String, Object> environment = Map.of("command", List.of("run"), "environment", Map.of("PORT", 1));
        assertThat(fieldOf(Map.of("artifacts", Map.of("process", environment))))
                .isEqualTo("artifacts.process.environment.PORT");
        Map<String, Object> metrics = Map.of("command", List.of("run"), "metricsPath", "metrics");
        assertThat(fieldOf(Map.of("artifacts", Map.of("process", metrics)))).isEqualTo("artifacts.process.metricsPath");
    }

    @Test
    void aWithdrawnVersionIsAnswered() {
        release(Map.of()).withoutErrors();
        String id = api.platform.versions.keySet().iterator().next().toString();

        TestApi.Reply reply = api.ask("""
                        mutation($id: ID!) {
                          withdrawVersion(input: { versionId: $id, reason: "Loses orders" }) { version { status } }
                        }""", Map.of("id", id)).withoutErrors();

        assertThat(reply.<String>at("$.data.withdrawVersion.version.status")).isEqualTo("WITHDRAWN");
    }

    private String fieldOf(Map<String, Object> input) {
        TestApi.Reply reply = release(input);
        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        return reply.at("$.errors[0].extensions.details.field");
    }

    private TestApi.Reply release(Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(Map.of("component", "storefront", "number", "1.0.0"));
        input.putAll(more);
        return api.askStored("release-version", Map.of("input", input));
    }
}
