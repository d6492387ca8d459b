package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop through everything that can happen to it, with a real process and a real database. */
class LifecycleStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PRODUCTS = "select string_agg(p::text, ';' order by p::text) from products p";

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();
    private final StoryShops shops = new StoryShops(client);

    @Test
    void aShopIsSuspendedAndResumed() throws Exception {
        String shop = provision("sleepy shop", null);
        String url = url(shop);

        JsonNode suspension = operate("suspendInstance", Map.of("instanceId", shop, "reason", "Not paid"));
        assertThat(state(suspension)).isEqualTo("SUCCEEDED");
        assertThat(client.instance(shop).path("status").asString()).isEqualTo("SUSPENDED");
        assertThat(client.instance(shop).path("url").isNull()).isTrue();
        assertThat(Leftovers.processes(uuid(shop))).isEmpty();

        assertThat(refusal("backupInstance", Map.of("instanceId", "instance:" + new UUID(1, 1))))
                .isEqualTo("NOT_FOUND");
        assertThat(state(operate("backupInstance", Map.of("instanceId", shop)))).isEqualTo("SUCCEEDED");
        assertThat(refusal("configureInstance", Map.of("instanceId", shop, "sslEnabled", true)))
                .isEqualTo("CONFLICT");

        assertThat(state(operate("resumeInstance", Map.of("instanceId", shop)))).isEqualTo("SUCCEEDED");
        assertThat(client.instance(shop).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(url(shop)).isEqualTo(url);
        assertThat(client.get(url + "/health").statusCode()).isEqualTo(200);
        terminate(shop);
    }

    @Test
    void aDamagedShopComesBackRowForRowAlsoAsANewOne() throws Exception {
        String shop = provision("careful shop", null);
        shops.sell(shop, "Ship", "12.50");
        shops.sell(shop, "Sail", "3");
        String before = keelson.inDatabase(shop, PRODUCTS);
        assertThat(state(operate("backupInstance", Map.of("instanceId", shop)))).isEqualTo("SUCCEEDED");
        String backup = backups(shop).get(0).path("id").asString();

        keelson.inDatabase(shop, "update products set name = 'damaged' returning name");
        shops.sell(shop, "Rubbish", "1");
        assertThat(keelson.inDatabase(shop, PRODUCTS)).isNotEqualTo(before);
        JsonNode restoration =
                operate("restoreInstance", Map.of("instanceId", shop, "backupId", backup, "reason", "Damaged"));

        assertThat(state(restoration)).as("%s", restoration).isEqualTo("SUCCEEDED");
        assertThat(keelson.inDatabase(shop, PRODUCTS)).isEqualTo(before);
        assertThat(client.get(url(shop) + "/").body()).contains("Ship", "Sail").doesNotContain("Rubbish");

        String twin = provision("twin shop", backup);
        assertThat(keelson.inDatabase(twin, PRODUCTS)).isEqualTo(before);
        assertThat(client.get(url(twin) + "/").body()).contains("Ship");

        spoil(shop, backup);
        JsonNode refused =
                operate("restoreInstance", Map.of("instanceId", shop, "backupId", backup, "reason", "Again"));
        assertThat(state(refused)).isEqualTo("ROLLED_BACK");
        assertThat(refused.path("message").asString()).contains("has changed since it was made");
        assertThat(keelson.inDatabase(shop, PRODUCTS)).isEqualTo(before);
        assertThat(client.get(url(shop) + "/").statusCode()).isEqualTo(200);
        terminate(twin);
        terminate(shop);
    }

    @Test
    void aShopIsConfiguredAndAWrongSettingIsRefused() throws Exception {
        String shop = provision("friendly shop", null);

        JsonNode configuration =
                operate("configureInstance", Map.of("instanceId", shop, "settings", Map.of("greeting", "Ahoy there")));
        assertThat(state(configuration)).as("%s", configuration).isEqualTo("SUCCEEDED");
        assertThat(configuration.path("changes").get(0).path("field").asString())
                .isEqualTo("configuration.settings.greeting");
        assertThat(configuration.path("changes").get(0).path("after").asString())
                .isEqualTo("Ahoy there");
        assertThat(client.get(url(shop) + "/").body()).contains("Ahoy there");

        assertThat(refusal("configureInstance", Map.of("instanceId", shop, "settings", Map.of("unheard", "of"))))
                .isEqualTo("VALIDATION_ERROR");

        JsonNode tls = operate("configureInstance", Map.of("instanceId", shop, "sslEnabled", true));
        assertThat(state(tls)).as("the sample has no TLS variables: %s", tls).isIn("SUCCEEDED", "ROLLED_BACK");
        assertThat(client.instance(shop).path("status").asString()).isEqualTo("ACTIVE");
        terminate(shop);
    }

    @Test
    void aShopIsScaledMaintainedAndProtected() throws Exception {
        String shop = provision("growing shop", null);

        assertThat(state(operate(
                        "scaleInstance",
                        Map.of("instanceId", shop, "plan", "standard", "resources", Map.of("memory", "300Mi")))))
                .isEqualTo("SUCCEEDED");
        JsonNode tooMuch = operate("scaleInstance", Map.of("instanceId", shop, "resources", Map.of("memory", "4000G")));
        assertThat(state(tooMuch)).isEqualTo("ROLLED_BACK");
        assertThat(tooMuch.path("steps").get(0).path("error").path("code").asString())
                .isEqualTo("CAPACITY_EXCEEDED");
        assertThat(lifecycle(shop).path("resources").path("memory").asString()).isEqualTo("300Mi");

        assertThat(state(operate("setMaintenance", Map.of("instanceId", shop, "on", true))))
                .isEqualTo("SUCCEEDED");
        assertThat(lifecycle(shop).path("maintenance").asBoolean()).isTrue();
        assertThat(state(operate("setMaintenance", Map.of("instanceId", shop, "on", false))))
                .isEqualTo("SUCCEEDED");

        mutate(
                "setDeletionProtection",
                Map.of("instanceId", shop, "on", true, "reason", "Dear to us"),
                "instance { id }");
        assertThat(refusal("terminateInstance", Map.of("instanceId", shop, "reason", "Oops")))
                .isEqualTo("CONFLICT");
        mutate("setDeletionProtection", Map.of("instanceId", shop, "on", false, "reason", "Over"), "instance { id }");
        terminate(shop);
        assertThat(backups(shop).size()).as("the last backup").isEqualTo(1);
        assertThat(keelson.leftovers(shop)).isEmpty();
    }

    @Test
    void manyShopsAreAskedAtOnceAndEachHasItsAnswer() {
        String shop = provision("one of many", null);
        JsonNode results = mutate(
                        "operateInstances",
                        Map.of(
                                "action", "ENTER_MAINTENANCE",
                                "instanceIds", List.of(shop, "instance:" + new UUID(1, 1)),
                                "reason", "The story says so"),
                        "results { instanceId operation { id } error { code reason } }")
                .path("results");

        client.awaitEnd(results.get(0).path("operation").path("id").asString(), PATIENCE);
        assertThat(lifecycle(shop).path("maintenance").asBoolean()).isTrue();
        assertThat(results.get(1).path("error").path("reason").asString()).isEqualTo("INSTANCE_NOT_FOUND");
        Map<String, ?> nowhere =
                Map.of("action", "MIGRATE", "instanceIds", List.of(shop), "reason", "The story says so");
        assertThat(client.error(document("operateInstances", "results { instanceId }"), Map.of("input", nowhere))
                        .at("/extensions/details/field")
                        .asString())
                .isEqualTo("region");
        terminate(shop);
    }

    private String provision(String name, @Nullable String backup) {
        Map<String, Object> input = new HashMap<>(Map.of("name", name, "component", "storefront", "version", "1.0.0"));
        if (backup != null) {
            input.put("backupId", backup);
        }
        JsonNode payload = mutate("provisionInstance", input, "instance { id } operation { id }");
        JsonNode end = client.awaitEnd(payload.path("operation").path("id").asString(), PATIENCE);
        assertThat(state(end)).as("%s", end).isEqualTo("SUCCEEDED");
        return payload.path("instance").path("id").asString();
    }

    private void terminate(String shop) {
        assertThat(state(operate("terminateInstance", Map.of("instanceId", shop, "reason", "The story is over"))))
                .isEqualTo("SUCCEEDED");
    }

    /** Asks for an operation and waits for its end. */
    private JsonNode operate(String mutation, Map<String, ?> input) {
        String id = mutate(mutation, input, "operation { id }")
                .path("operation")
                .path("id")
                .asString();
        client.awaitEnd(id, PATIENCE);
        return client.data("""
            query($id: ID!) {
              operation(id: $id) {
                state message changes { field before after } steps { name state error { code message } }
              }
            }
            """, Map.of("id", id)).path("operation");
    }

    private JsonNode mutate(String mutation, Map<String, ?> input, String selection) {
        return client.data(document(mutation, selection), Map.of("input", input))
                .path(mutation);
    }

    private String refusal(String mutation, Map<String, ?> input) {
        return client.error(document(mutation, "instance { id }"), Map.of("input", input))
                .path("extensions")
                .path("code")
                .asString();
    }

    private static String document(String mutation, String selection) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return "mutation($input: %s) { %s(input: $input) { %s } }".formatted(type, mutation, selection);
    }

    private JsonNode lifecycle(String shop) {
        return client.data("""
            query($id: ID!) {
              instance(id: $id) { maintenance deletionProtected resources { memory } backups { id bytes checksum rows } }
            }
            """, Map.of("id", shop)).path("instance");
    }

    private JsonNode backups(String shop) {
        return lifecycle(shop).path("backups");
    }

    private String url(String shop) {
        return client.instance(shop).path("url").asString();
    }

    private static String state(JsonNode operation) {
        return operation.path("state").asString();
    }

    /** Changes one byte of the rows in a backup. */
    private void spoil(String shop, String backup) throws Exception {
        Path tables = keelson.home()
                .resolve("backups")
                .resolve(uuid(shop))
                .resolve(uuid(backup))
                .resolve("tables");
        try (Stream<Path> files = Files.list(tables)) {
            for (Path file : files.filter(path -> path.toFile().length() > 0).toList()) {
                byte[] content = Files.readAllBytes(file);
                content[0] ^= 1;
                Files.write(file, content);
            }
        }
    }

    private static String uuid(String id) {
        return id.substring(id.indexOf(':') + 1);
    }
}
