package io.keelson.app.story;

import static io.keelson.app.story.StoryShops.state;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop moves between real sites, each with a directory, ports and a PostgreSQL server of its own. */
class MigrationStoryTest {
    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();
    private final StoryShops shops = new StoryShops(client);

    @Test
    void aShopMovesWithAllItHasAndLivesOnThere() throws Exception {
        String shop = shops.open("moving shop", Map.of());
        shops.sell(shop, "Ship", "12.50");
        assertThat(state(shops.operate("backupInstance", Map.of("instanceId", shop))))
                .isEqualTo("SUCCEEDED");
        assertThat(state(shops.operate("backupInstance", Map.of("instanceId", shop, "region", StorySites.LAGOS))))
                .isEqualTo("SUCCEEDED");
        String before = shops.url(shop);
        JsonNode backups = shops.read(shop, "backups { id region storedIn }").path("backups");
        assertThat(backups.get(0).path("storedIn").asString()).isEqualTo(StorySites.LAGOS);
        assertThat(backups.get(1).path("storedIn").asString()).isEqualTo("local");
        shops.sell(shop, "Sail", "3");

        JsonNode move = shops.operate("migrateInstance", migration(shop, StorySites.LAGOS));

        assertThat(state(move)).as("%s", move).isEqualTo("SUCCEEDED");
        assertThat(region(shop)).isEqualTo(StorySites.LAGOS);
        assertThat(inRegion(StorySites.LAGOS)).contains(shop);
        assertThat(shops.url(shop)).isNotEqualTo(before);
        assertThat(shops.page(shop)).contains("Ship", "Sail");
        JsonNode transfers = shops.read(
                        shop, "dataTransfers { totalCount edges { node { purpose from to operation { id state } } } }")
                .path("dataTransfers");
        assertThat(transfers.path("totalCount").asInt()).isEqualTo(2);
        JsonNode latest = transfers.at("/edges/0/node");
        assertThat(latest.path("purpose").asString()).isEqualTo("MIGRATE");
        assertThat(latest.path("from").asString()).isEqualTo("local");
        assertThat(latest.path("to").asString()).isEqualTo(StorySites.LAGOS);
        assertThat(latest.at("/operation/id").asString())
                .isEqualTo(move.path("id").asString());
        assertThat(transfers.at("/edges/1/node/purpose").asString()).isEqualTo("BACKUP");
        assertThat(keelson.leftovers(shop)).allMatch(left -> left.startsWith("process "));
        assertThat(keelson.home().resolve("backups").resolve(uuid(shop)))
                .as("the snapshot that carried it is gone")
                .isDirectoryNotContaining(file -> file.getFileName()
                        .toString()
                        .equals(uuid(move.path("id").asString())));

        JsonNode back = shops.operate(
                "restoreInstance",
                Map.of("instanceId", shop, "backupId", backups.get(1).path("id").asString(), "reason", "Yesterday"));
        assertThat(state(back)).as("%s", back).isEqualTo("SUCCEEDED");
        assertThat(shops.page(shop)).contains("Ship").doesNotContain("Sail");
        assertThat(region(shop)).isEqualTo(StorySites.LAGOS);

        assertThat(state(shops.operate("suspendInstance", Map.of("instanceId", shop, "reason", "Not paid"))))
                .isEqualTo("SUCCEEDED");
        assertThat(shops.refusal("migrateInstance", migration(shop, "local"))
                        .path("code")
                        .asString())
                .isEqualTo("CONFLICT");
        assertThat(state(shops.operate("resumeInstance", Map.of("instanceId", shop))))
                .isEqualTo("SUCCEEDED");
        shops.close(shop);
        assertThat(keelson.leftovers(shop)).isEmpty();
        assertThat(keelson.leftoversAt("lagos", StorySites.lagos(), shop)).isEmpty();
    }

    @Test
    void aMoveThatFailsAtItsLastStepLeavesTheShopWhereItWasAndNothingElsewhere() throws Exception {
        String shop = shops.open("homesick shop", Map.of());
        shops.sell(shop, "Anchor", "40");
        String before = shops.url(shop);

        String move = shops.ask("migrateInstance", migration(shop, StorySites.ACCRA));
        Path reservation = keelson.home()
                .resolve("sites")
                .resolve("accra")
                .resolve("process")
                .resolve("ports")
                .resolve(Integer.toString(StorySites.ONLY_PORT));
        await().atMost(30, SECONDS).pollInterval(Duration.ofMillis(5)).until(() -> Files.exists(reservation));
        JsonNode end;
        try (ServerSocket _ = listenOn(StorySites.ONLY_PORT)) {
            end = client.awaitEnd(move, Duration.ofSeconds(90));
        }

        assertThat(state(end)).as("%s", end).isEqualTo("ROLLED_BACK");
        assertThat(end.path("message").asString()).contains("Another program listens");
        assertThat(shops.url(shop)).isEqualTo(before);
        assertThat(region(shop)).isEqualTo("local");
        assertThat(shops.page(shop)).contains("Anchor");
        assertThat(keelson.leftoversAt("accra", StorySites.accra(), shop)).isEmpty();
        shops.close(shop);
        assertThat(keelson.leftovers(shop)).isEmpty();
    }

    @Test
    void aRuleThatAMoveWouldBreakNamesTheField() {
        String partner = id("registerPartner", Map.of("name", "Movers", "email", "movers@example.com"), "partner");
        String tenant = id(
                "registerTenant",
                Map.of(
                        "partnerId",
                        partner,
                        "name",
                        "At home",
                        "residency",
                        Map.of("mode", "REGIONAL", "allowedRegions", List.of("local", StorySites.ACCRA))),
                "tenant");
        String shop = shops.open(
                "bound shop",
                Map.of(
                        "tenantId",
                        tenant,
                        "configuration",
                        Map.of("region", "local", "dataResidency", List.of("local"))));

        assertThat(refusal(shop, StorySites.LAGOS, List.of(StorySites.LAGOS))).isEqualTo("RESIDENCY_VIOLATED region");
        assertThat(refusal(shop, StorySites.ACCRA, List.of(StorySites.ACCRA, StorySites.LAGOS)))
                .isEqualTo("RESIDENCY_VIOLATED dataResidency");
        assertThat(refusal(shop, "mars", List.of("mars"))).isEqualTo("INVALID_INPUT region");
        assertThat(refusal(shop, "local", List.of("local"))).isEqualTo("INVALID_INPUT region");
        assertThat(shops.refusal("backupInstance", Map.of("instanceId", shop, "region", StorySites.LAGOS))
                        .path("details")
                        .path("reason")
                        .asString())
                .isEqualTo("RESIDENCY_VIOLATED");
        shops.close(shop);
    }

    private String id(String mutation, Map<String, ?> input, String field) {
        return shops.mutate(mutation, input, field + " { id }")
                .path(field)
                .path("id")
                .asString();
    }

    private String refusal(String shop, String region, List<String> dataResidency) {
        JsonNode details = shops.refusal(
                        "migrateInstance",
                        Map.of(
                                "instanceId", shop,
                                "region", region,
                                "dataResidency", dataResidency,
                                "reason", "The story says so"))
                .path("details");
        return details.path("reason").asString() + " " + details.path("field").asString();
    }

    private List<String> inRegion(String region) {
        return client.data(
                        "query($region: String!) {"
                                + " instances(filter: { region: $region }) { edges { node { id } } } }",
                        Map.of("region", region))
                .path("instances")
                .path("edges")
                .valueStream()
                .map(edge -> edge.path("node").path("id").asString())
                .toList();
    }

    private String region(String shop) {
        return shops.read(shop, "configuration { region }")
                .path("configuration")
                .path("region")
                .asString();
    }

    private static Map<String, String> migration(String shop, String region) {
        return Map.of("instanceId", shop, "region", region, "reason", "Closer to its users");
    }

    private static ServerSocket listenOn(int port) throws Exception {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(port));
        return socket;
    }

    private static String uuid(String id) {
        return id.substring(id.indexOf(':') + 1);
    }
}
