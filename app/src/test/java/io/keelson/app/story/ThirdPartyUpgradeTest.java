package io.keelson.app.story;

import static io.keelson.app.story.StoryShops.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.postgres.PostgresAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/**
 * Unleash, a server of somebody else's with migrations of its own, from one major version to the next and back, its data compared
 * row for row. It comes from the npm registry and takes a minute or two, so it runs on request: {@code -Dkeelson.third-party=true},
 * with Node.js 18 to 20 and npm on the machine.
 */
@EnabledIfSystemProperty(named = "keelson.third-party", matches = "true")
class ThirdPartyUpgradeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String OLD = "5.12.8";
    private static final String NEW = "6.10.1";
    private static final int FLAGS = 25;
    private static final String MIGRATE =
            "require('unleash-server/dist/migrator').migrateDb({db: {driver: 'postgres', host: '{databaseHost}', port:"
                    + " {databasePort}, database: '{databaseName}', user: '{databaseUser}', password:"
                    + " process.env.DATABASE_PASSWORD, ssl: false, schema: 'public', disableMigration: false,"
                    + " applicationName: 'unleash'}}).then(() => process.exit(0), e => { console.error(e);"
                    + " process.exit(1); })";

    /** What a customer of Unleash has made. */
    private static final Set<String> OF_THE_CUSTOMER = Set.of(
            "environments",
            "feature_environments",
            "feature_strategies",
            "feature_tag",
            "features",
            "projects",
            "tag_types",
            "tags",
            "user_feedback");

    /** Columns with what that customer has typed in. */
    private static final Set<String> TYPED = Set.of(
            "constraints",
            "description",
            "enabled",
            "environment",
            "feature_name",
            "name",
            "parameters",
            "strategy_name",
            "tag_type",
            "tag_value",
            "value");

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();
    private final StoryShops shops = new StoryShops(client);

    @Test
    void aServerOfSomebodyElseGoesToItsNextMajorVersionAndBackWithItsData() throws Exception {
        release(OLD);
        release(NEW);
        String flags = provision();
        try (UnleashClient unleash = UnleashClient.signIn(shops.url(flags))) {
            for (int flag = 1; flag <= FLAGS; flag++) {
                unleash.makeFlag("flag-%02d".formatted(flag));
            }
            assertThat(unleash.flags()).hasSize(FLAGS);
        }
        TableRows before = rows(flags);

        timed(
                "to " + NEW,
                "upgradeInstance",
                Map.of(
                        "instanceId",
                        flags,
                        "version",
                        NEW,
                        "override",
                        List.of("APPROVAL"),
                        "reason",
                        "The story says so"));
        TableRows after = rows(flags);
        Map<String, Set<String>> rewritten = new TreeMap<>();
        OF_THE_CUSTOMER.stream()
                .filter(after.columns()::containsKey)
                .forEach(table -> rewritten.put(table, before.rewrittenIn(after, table)));
        rewritten.values().removeIf(Set::isEmpty);
        System.out.printf("ThirdPartyUpgradeTest: columns that the migrations of %s wrote anew: %s%n", NEW, rewritten);
        assertThat(rewritten.values()).allSatisfy(columns -> assertThat(columns).doesNotContainAnyElementsOf(TYPED));
        compare("after the upgrade to " + NEW, before, after, rewritten);
        assertThat(after.count("migrations")).isGreaterThan(before.count("migrations"));
        assertThat(version(flags)).isEqualTo(NEW);
        try (UnleashClient unleash = UnleashClient.signIn(shops.url(flags))) {
            assertThat(unleash.flags()).hasSize(FLAGS);
            unleash.makeFlag("too-late");
        }

        timed("back", "rollbackInstance", Map.of("instanceId", flags, "reason", "The story says so"));
        TableRows back = rows(flags);
        compare("after the rollback to " + OLD, before, back, Map.of());
        assertThat(back.columns()).as("the schema of before").isEqualTo(before.columns());
        assertThat(back.rows().get("migrations")).isEqualTo(before.rows().get("migrations"));
        assertThat(version(flags)).isEqualTo(OLD);
        try (UnleashClient unleash = UnleashClient.signIn(shops.url(flags))) {
            assertThat(unleash.flags()).hasSize(FLAGS).doesNotContain("too-late");
            unleash.makeFlag("new-again");
        }
        operate("terminateInstance", Map.of("instanceId", flags, "reason", "The story is over"));
        assertThat(keelson.leftovers(flags)).isEmpty();
    }

    /** Every row of before is there; what the server itself writes while it runs is told. */
    private static void compare(String when, TableRows before, TableRows now, Map<String, Set<String>> rewritten) {
        Map<String, String> missing = new TreeMap<>(before.missingIn(now, rewritten));
        System.out.printf(
                "ThirdPartyUpgradeTest: %s: %d tables, %d rows of before; %d tables are the same row for row; others:"
                        + " %s%n",
                when, before.rows().size(), before.count(), before.rows().size() - missing.size(), missing);
        for (String table : OF_THE_CUSTOMER) {
            System.out.printf(
                    "ThirdPartyUpgradeTest: | %s | %d rows before | %d rows now |%n",
                    table, before.count(table), now.count(table));
        }
        missing.keySet().retainAll(OF_THE_CUSTOMER);
        assertThat(missing).as(when).isEmpty();
    }

    private void timed(String what, String mutation, Map<String, ?> input) {
        long begin = System.nanoTime();
        operate(mutation, input);
        System.out.printf("ThirdPartyUpgradeTest: %s in %d ms%n", what, (System.nanoTime() - begin) / 1_000_000);
    }

    private void operate(String mutation, Map<String, ?> input) {
        String operation = shops.ask(mutation, input);
        JsonNode end = client.awaitEnd(operation, PATIENCE);
        assertThat(state(end)).as("%s", end).isEqualTo("SUCCEEDED");
    }

    private String provision() {
        JsonNode payload = shops.mutate(
                "provisionInstance",
                Map.of(
                        "name",
                        "flags",
                        "component",
                        "unleash",
                        "version",
                        OLD,
                        "resources",
                        Map.of("cpu", "1", "memory", "768M", "storage", "1G")),
                "instance { id } operation { id }");
        JsonNode end = client.awaitEnd(payload.path("operation").path("id").asString(), PATIENCE);
        assertThat(state(end)).as("%s", end).isEqualTo("SUCCEEDED");
        return payload.path("instance").path("id").asString();
    }

    private String version(String instance) {
        return client.instance(instance).path("version").asString();
    }

    private TableRows rows(String instance) throws SQLException {
        PostgresAddress address = keelson.context().getBean(PostgresAddress.class);
        String name = "keelson_" + instance.substring(instance.indexOf(':') + 1).replace("-", "");
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), name),
                address.user(),
                address.password())) {
            return TableRows.of(connection);
        }
    }

    private void release(String number) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HTTP_HOST", "127.0.0.1",
                "HTTP_PORT", "{port}",
                "DATABASE_HOST", "{databaseHost}",
                "DATABASE_PORT", "{databasePort}",
                "DATABASE_NAME", "{databaseName}",
                "DATABASE_USERNAME", "{databaseUser}",
                "DATABASE_PASSWORD", "{databasePassword}",
                "DATABASE_SSL", "false",
                "CHECK_VERSION", "false",
                "SEND_TELEMETRY", "false"));
        Map<String, Object> process = Map.of(
                "prepare",
                List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "unleash-server@" + number),
                "migrate",
                List.of("node", "-e", MIGRATE),
                "command",
                List.of("node", "node_modules/unleash-server/dist/server.js"),
                "environment",
                environment,
                "healthPath",
                "/health",
                "smokePaths",
                List.of("/"),
                "healthTimeoutSeconds",
                120);
        shops.mutate(
                "releaseVersion",
                Map.of("component", "unleash", "number", number, "artifacts", Map.of("process", process)),
                "version { id }");
    }
}
