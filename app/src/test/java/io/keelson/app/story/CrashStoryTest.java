package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The process dies between two durable steps, and the next one goes on. Three points by default; the system property
 * {@code keelson.crash-points} names others, separated by commas.
 */
class CrashStoryTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    Path home;

    static Stream<String> crashPoints() {
        return Arrays.stream(System.getProperty(
                        "keelson.crash-points", "step-after-driver:3,step-claimed:9,step-outcome-recorded:14")
                .split(","));
    }

    @ParameterizedTest
    @MethodSource("crashPoints")
    void anOperationGoesOnAfterTheProcessDied(String crashPoint) throws Exception {
        try (KeelsonProcess keelson = KeelsonProcess.in(home)) {
            keelson.start(crashPoint).awaitReady();
            JsonNode payload = keelson.client().provision("crash shop", "1.0.0");
            String instanceId = payload.path("instance").path("id").asString();
            keelson.awaitCrash();

            keelson.start(null).awaitReady();
            JsonNode operation = keelson.client()
                    .awaitEnd(payload.path("operation").path("id").asString(), Duration.ofSeconds(60));
            assertThat(operation.path("state").asString()).as("%s", operation).isEqualTo("SUCCEEDED");
            assertThat(Leftovers.processes(uuid(instanceId))).hasSize(1);

            JsonNode termination = keelson.client().terminate(instanceId);
            keelson.client().awaitEnd(termination.path("operation").path("id").asString(), Duration.ofSeconds(60));
            assertThat(Leftovers.processes(uuid(instanceId))).isEmpty();
            assertThat(home.resolve("process/instances").resolve(uuid(instanceId)))
                    .doesNotExist();
        }
    }

    @AfterEach
    void removeHome() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static String uuid(String id) {
        return id.substring(id.indexOf(':') + 1);
    }
}
