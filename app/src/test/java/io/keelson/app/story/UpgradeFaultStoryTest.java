package io.keelson.app.story;

import static io.keelson.app.story.StoryShops.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.postgres.PostgresAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop whose database makes the backup of an upgrade fail, and then the reverse migration of a rollback. */
class UpgradeFaultStoryTest {
    private static final String PRODUCTS = "select string_agg(p::text, ';' order by name) from products p";

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();
    private final StoryShops shops = new StoryShops(client);

    @Test
    void aBackupThatFailsLeavesTheOldVersionServingAndAReverseMigrationThatFailsTheNewOne() throws Exception {
        String shop = shops.open("unlucky shop", Map.of());
        shops.sell(shop, "Ship", "12.50");
        shops.sell(shop, "Sail", "3");

        theBackupFails(shop);
        theReverseMigrationFails(shop);

        inDatabase(shop, "drop view prices");
        assertThat(state(shops.operate("rollbackInstance", back(shop)))).isEqualTo("SUCCEEDED");
        assertServes(shop, "1.0.0");
        assertThat(keelson.inDatabase(shop, PRODUCTS)).isEqualTo("(2,Sail,3.00);(1,Ship,12.50)");
        shops.close(shop);
        assertThat(keelson.leftovers(shop)).isEmpty();
    }

    /** A snapshot cannot hold a partitioned table. */
    private void theBackupFails(String shop) throws Exception {
        inDatabase(shop, "create table visits (day date) partition by range (day)");
        List<String> before = processes(shop);
        String products = keelson.inDatabase(shop, PRODUCTS);

        JsonNode upgrade = client.operation(
                shops.operate("upgradeInstance", to(shop, "2.0.0")).path("id").asString());

        assertThat(state(upgrade)).as("%s", upgrade).isEqualTo("ROLLED_BACK");
        assertThat(failure(upgrade)).startsWith("BACKUP SPECIFICATION_REFUSED").contains("visits");
        assertThat(upgrade.path("message").asString()).contains("visits", "as it was before");
        assertThat(started(upgrade)).doesNotContain("MAINTENANCE", "STOP", "SAVE_DATA", "MIGRATE");
        assertThat(processes(shop))
                .as("the old version has served all the time")
                .isEqualTo(before)
                .hasSize(1);
        assertThat(keelson.inDatabase(shop, PRODUCTS)).isEqualTo(products);
        assertThat(shops.read(shop, "backups { id }").path("backups")).isEmpty();
        assertServes(shop, "1.0.0");
        inDatabase(shop, "drop table visits");
    }

    /** A column that a view shows cannot be dropped. */
    private void theReverseMigrationFails(String shop) throws Exception {
        JsonNode upgrade = shops.operate("upgradeInstance", to(shop, "2.0.0"));
        assertThat(state(upgrade)).as("%s", upgrade).isEqualTo("SUCCEEDED");
        inDatabase(shop, "create view prices as select price_cents from products");
        String products = keelson.inDatabase(shop, PRODUCTS);

        JsonNode rollback = client.operation(
                shops.operate("rollbackInstance", back(shop)).path("id").asString());

        assertThat(state(rollback)).as("%s", rollback).isEqualTo("ROLLED_BACK");
        assertThat(failure(rollback))
                .startsWith("REVERSE_MIGRATE COMMAND_FAILED")
                .contains("prices");
        assertThat(rollback.path("message").asString()).contains("as it was before");
        assertServes(shop, "2.0.0");
        assertThat(keelson.inDatabase(shop, PRODUCTS)).isEqualTo(products);
        assertThat(keelson.inDatabase(shop, "select count(*) from storefront_migrations"))
                .isEqualTo("3");
        assertThat(processes(shop)).hasSize(1);
    }

    private void assertServes(String shop, String version) {
        JsonNode instance = shops.read(shop, "status version maintenance url activeOperation { id }");
        assertThat(instance.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(instance.path("version").asString()).isEqualTo(version);
        assertThat(instance.path("maintenance").asBoolean()).isFalse();
        assertThat(client.get(instance.path("url").asString() + "/version").body())
                .contains(version);
        assertThat(shops.page(shop)).contains("Ship", "12.50", "Sail");
    }

    /** The step that failed, with its code and message. */
    private static String failure(JsonNode operation) {
        return operation
                .path("steps")
                .valueStream()
                .filter(step -> step.path("error").isObject())
                .map(step -> "%s %s %s"
                        .formatted(
                                step.path("name").asString(),
                                step.path("error").path("code").asString(),
                                step.path("error").path("message").asString()))
                .findFirst()
                .orElse("");
    }

    private static List<String> started(JsonNode operation) {
        return operation
                .path("steps")
                .valueStream()
                .filter(step -> !step.path("startedAt").isNull())
                .map(step -> step.path("name").asString())
                .toList();
    }

    private static List<String> processes(String shop) throws Exception {
        return Leftovers.processes(shop.substring(shop.indexOf(':') + 1));
    }

    private static Map<String, ?> to(String shop, String version) {
        return Map.of(
                "instanceId", shop, "version", version, "override", List.of("APPROVAL"), "reason", "The story says so");
    }

    private static Map<String, ?> back(String shop) {
        return Map.of("instanceId", shop, "reason", "The customer wants it back");
    }

    /** As the role of the shop, which owns what it makes. */
    private void inDatabase(String shop, String sql) throws SQLException {
        PostgresAddress address = keelson.context().getBean(PostgresAddress.class);
        String name = "keelson_" + shop.substring(shop.indexOf(':') + 1).replace("-", "");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), name),
                        address.user(),
                        address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + name);
            statement.execute(sql);
        }
    }
}
