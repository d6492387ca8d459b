package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * The process dies in the middle of an upgrade or of a way back, and the next one goes on: the shop ends on one version, whole,
 * with its data. Each death takes two starts, so they are died on request: the system property {@code
 * keelson.crash-points-upgrade} names them, separated by commas: {@code good:} for an upgrade, {@code bad:} for one that is taken
 * back, {@code back:} for a rollback by hand, then the crash point, for example {@code bad:step-after-driver:18}.
 */
@EnabledIfSystemProperty(named = UpgradeCrashTest.DEATHS, matches = ".+")
class UpgradeCrashTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    static final String DEATHS = "keelson.crash-points-upgrade";
    private static final String UPGRADE =
            "mutation($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { operation { id } } }";
    private static final String BACK =
            "mutation($input: RollbackInstanceInput!) { rollbackInstance(input: $input) { operation { id } } }";

    @TempDir(cleanup = CleanupMode.NEVER)
    Path home;

    @Test
    void theShopEndsOnOneVersionWithItsData() throws Exception {
        try (KeelsonProcess keelson = KeelsonProcess.in(home).with("--keelson.upgrades.look-every=0s")) {
            keelson.start(null).awaitReady();
            JsonNode provisioning = keelson.client().provision("crash shop", "1.0.0");
            assertThat(endOf(keelson, provisioning)).isEqualTo("SUCCEEDED");
            String shop = provisioning.path("instance").path("id").asString();
            new StoryShops(keelson.client()).sell(shop, "Precious", "1");
            for (String death : System.getProperty(DEATHS).split(",")) {
                String kind = death.substring(0, death.indexOf(':'));
                dieAt(keelson, shop, kind, death.substring(kind.length() + 1));
                System.out.printf("UpgradeCrashTest: %s made good%n", death);
            }
            keelson.client().terminateAll();
        }
    }

    private static void dieAt(KeelsonProcess keelson, String shop, String kind, String crashPoint) throws Exception {
        switch (kind) {
            case "good" -> {
                assertThat(crash(keelson, crashPoint, UPGRADE, to(shop, "1.1.0")))
                        .isEqualTo("SUCCEEDED");
                assertWhole(keelson, shop, "1.1.0");
                assertThat(endOf(
                                keelson,
                                keelson.client()
                                        .data(BACK, Map.of("input", back(shop)))
                                        .path("rollbackInstance")))
                        .isEqualTo("SUCCEEDED");
            }
            case "bad" ->
                assertThat(crash(keelson, crashPoint, UPGRADE, to(shop, "1.2.0")))
                        .isEqualTo("ROLLED_BACK");
            case "back" -> {
                JsonNode upgrade = keelson.client().data(UPGRADE, Map.of("input", to(shop, "1.1.0")));
                assertThat(endOf(keelson, upgrade.path("upgradeInstance"))).isEqualTo("SUCCEEDED");
                assertThat(crash(keelson, crashPoint, BACK, back(shop))).isEqualTo("SUCCEEDED");
            }
            default -> throw new IllegalArgumentException("There is no death of kind " + kind);
        }
        assertWhole(keelson, shop, "1.0.0");
    }

    @AfterEach
    void removeHome() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    /** The process may die before it has answered, so the request is repeated under the same key. */
    private static String crash(KeelsonProcess keelson, String crashPoint, String mutation, Map<String, ?> input)
            throws Exception {
        String key = UUID.randomUUID().toString();
        keelson.stop();
        keelson.start(crashPoint).awaitReady();
        try {
            keelson.client().send(mutation, Map.of("input", input), "Idempotency-Key", key);
        } catch (UncheckedIOException died) {
            assertThat(died).hasCauseInstanceOf(IOException.class);
        }
        keelson.awaitCrash();
        keelson.start(null).awaitReady();
        JsonNode payload = keelson.client()
                .data(mutation, Map.of("input", input), "Idempotency-Key", key)
                .iterator()
                .next();
        return endOf(keelson, payload);
    }

    private static void assertWhole(KeelsonProcess keelson, String shop, String version) throws IOException {
        JsonNode instance = keelson.client().instance(shop);
        String url = instance.path("url").asString();
        assertThat(instance.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(instance.path("version").asString()).isEqualTo(version);
        assertThat(keelson.client().get(url + "/version").body()).contains(version);
        assertThat(keelson.client().get(url + "/").body()).contains("Precious");
        assertThat(Leftovers.processes(shop.substring(shop.indexOf(':') + 1))).hasSize(1);
    }

    private static Map<String, ?> to(String shop, String version) {
        return Map.of(
                "instanceId",
                shop,
                "version",
                version,
                "override",
                List.of("APPROVAL", "CHANNEL"),
                "reason",
                "The story says so");
    }

    private static Map<String, ?> back(String shop) {
        return Map.of("instanceId", shop, "reason", "The story says so");
    }

    private static String endOf(KeelsonProcess keelson, JsonNode payload) {
        return keelson.client()
                .awaitEnd(payload.path("operation").path("id").asString(), PATIENCE)
                .path("state")
                .asString();
    }
}
