package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * The process dies between two durable steps, and the next one goes on. One point for each way an operation can go; the
 * system properties {@code keelson.crash-points}, {@code keelson.crash-points-rollback} and {@code
 * keelson.crash-points-termination} name others, separated by commas.
 */
class CrashStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
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

    @TempDir(cleanup = CleanupMode.NEVER)
    Path home;

    static Stream<String> pointsOfProvisioning() {
        return points("keelson.crash-points", "step-after-driver:7");
    }

    static Stream<String> pointsOfRollback() {
        return points("keelson.crash-points-rollback", "step-claimed:20");
    }

    static Stream<String> pointsOfTermination() {
        return points("keelson.crash-points-termination", "step-outcome-recorded:4");
    }

    @ParameterizedTest
    @MethodSource("pointsOfProvisioning")
    void aProvisioningGoesOnAfterTheProcessDied(String crashPoint) throws Exception {
        try (KeelsonProcess keelson = KeelsonProcess.in(home)) {
            JsonNode payload = crashAndRepeat(keelson, crashPoint, PROVISION, order("1.0.0"));

            assertThat(endOf(keelson, payload)).isEqualTo("SUCCEEDED");
            assertThat(Leftovers.processes(uuid(payload))).hasSize(1);
            keelson.client().terminateAll();
            assertThat(leftovers(payload)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pointsOfRollback")
    void aRollbackGoesOnAfterTheProcessDied(String crashPoint) throws Exception {
        try (KeelsonProcess keelson = KeelsonProcess.in(home)) {
            JsonNode payload = crashAndRepeat(keelson, crashPoint, PROVISION, order("1.2.0"));

            assertThat(endOf(keelson, payload)).isEqualTo("ROLLED_BACK");
            assertThat(leftovers(payload)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pointsOfTermination")
    void aTerminationGoesOnAfterTheProcessDied(String crashPoint) throws Exception {
        try (KeelsonProcess keelson = KeelsonProcess.in(home)) {
            keelson.startArmable().awaitReady();
            JsonNode provisioning = keelson.client().provision("crash shop", "1.0.0");
            assertThat(endOf(keelson, provisioning)).isEqualTo("SUCCEEDED");

            String instanceId = provisioning.path("instance").path("id").asString();
            keelson.arm(crashPoint);
            JsonNode payload =
                    dieAndRepeat(keelson, TERMINATE, Map.of("instanceId", instanceId, "reason", "The story is over"));

            assertThat(endOf(keelson, payload)).isEqualTo("SUCCEEDED");
            assertThat(leftovers(payload)).isEmpty();
        }
    }

    @AfterEach
    void removeHome() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    /** The process may die before it has answered, so the request is repeated under the same key. */
    private static JsonNode crashAndRepeat(
            KeelsonProcess keelson, String crashPoint, String mutation, Map<String, ?> input) throws Exception {
        keelson.start(crashPoint).awaitReady();
        return dieAndRepeat(keelson, mutation, input);
    }

    private static JsonNode dieAndRepeat(KeelsonProcess keelson, String mutation, Map<String, ?> input)
            throws Exception {
        try {
            keelson.client().send(mutation, Map.of("input", input), "Idempotency-Key", "crash");
        } catch (UncheckedIOException died) {
            assertThat(died).hasCauseInstanceOf(IOException.class);
        }
        keelson.awaitCrash();
        keelson.start(null).awaitReady();
        return keelson.client()
                .data(mutation, Map.of("input", input), "Idempotency-Key", "crash")
                .iterator()
                .next();
    }

    private static String endOf(KeelsonProcess keelson, JsonNode payload) {
        return keelson.client()
                .awaitEnd(payload.path("operation").path("id").asString(), PATIENCE)
                .path("state")
                .asString();
    }

    private List<String> leftovers(JsonNode payload) throws Exception {
        String port = Files.readString(home.resolve("postgres/port")).strip();
        String password = Files.readString(home.resolve("postgres/password")).strip();
        return Leftovers.of(
                uuid(payload), home, "jdbc:postgresql://127.0.0.1:%s/keelson".formatted(port), "keelson", password);
    }

    private static Map<String, String> order(String version) {
        return Map.of("name", "crash shop", "component", "storefront", "version", version);
    }

    private static Stream<String> points(String property, String usual) {
        return Arrays.stream(System.getProperty(property, usual).split(",")).filter(point -> !point.isBlank());
    }

    private static String uuid(JsonNode payload) {
        String id = payload.path("instance").path("id").asString();
        return id.substring(id.indexOf(':') + 1);
    }
}
