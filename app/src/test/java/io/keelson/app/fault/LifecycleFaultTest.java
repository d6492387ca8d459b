package io.keelson.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.app.story.GraphQlClient;
import io.keelson.app.story.KeelsonProcess;
import io.keelson.postgres.EphemeralPostgres;
import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Kills the control plane or its PostgreSQL at a random moment of each kind of operation. The operation must end in a named
 * state, with the shop as before or as asked, whole, once, and in one place. Two kinds by default; the system property {@code
 * keelson.lifecycle-faults} asks for more, {@code keelson.fault-seed} repeats a run.
 */
class LifecycleFaultTest {
    private static final Logger LOG = LoggerFactory.getLogger(LifecycleFaultTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LATEST_MILLIS = 2_500;

    private final int rounds = Integer.getInteger("keelson.lifecycle-faults", 2);
    private final long seed = Long.getLong("keelson.fault-seed", 4);
    private final PostgresAddress lagos =
            EphemeralPostgres.another().newDatabase().address();

    @Test
    void whateverIsKilledTheOperationEndsAndTheShopIsAsBeforeOrAsAsked() throws Exception {
        LOG.info("{} rounds of lifecycle faults with -Dkeelson.fault-seed={}", rounds, seed);
        Random random = new Random(seed);
        Path home = Files.createTempDirectory("keelson-lifecycle-faults");
        try (KeelsonProcess keelson = KeelsonProcess.in(home).with(site())) {
            keelson.start(null).awaitReady();
            Customer customer = new Customer(keelson.client(), new Progress(home));
            Blows blows = new Blows(keelson);
            for (int round = 0; round < rounds; round++) {
                Deed deed = Deed.values()[round % Deed.values().length];
                Fault fault =
                        round % 2 == round / Deed.values().length % 2 ? Fault.KILL_CONTROL_PLANE : Fault.KILL_DATABASE;
                play(
                        keelson.client(),
                        customer,
                        blows,
                        home,
                        new Round(round, deed, fault, random.nextInt(LATEST_MILLIS)));
            }
        }
        FileSystemUtils.deleteRecursively(home);
    }

    private record Round(int number, Deed deed, Fault fault, int afterMillis) {}

    private void play(GraphQlClient client, Customer customer, Blows blows, Path home, Round round) throws Exception {
        String shop = customer.provision("shop " + round.number());
        String backup = round.deed() == Deed.RESTORE ? backUp(client, customer, shop, round) : null;

        String operation =
                customer.ask(round.deed().mutation(), round.deed().inputFor(shop, backup), "deed " + round.number());
        TimeUnit.MILLISECONDS.sleep(round.afterMillis());
        blows.strike(round.fault());
        JsonNode end = client.awaitEnd(operation, PATIENCE);

        String state = end.path("state").asString();
        LOG.info("{}: {}, {}", round, state, end.path("message").asString());
        assertThat(state).as("%s: %s", round, end).isIn("SUCCEEDED", "ROLLED_BACK");
        String expected = state.equals("SUCCEEDED") ? round.deed().after() : "ACTIVE";
        JsonNode instance = instance(client, shop);
        assertThat(instance.path("status").asString()).as("%s", round).isEqualTo(expected);
        assertThat(instance.path("activeOperation").isNull()).isTrue();
        if (expected.equals("ACTIVE")) {
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                            client.get(instance.path("url").asString() + "/health")
                                    .statusCode())
                    .isEqualTo(200));
        }
        requireOnePlace(shop, home, expected, state.equals("SUCCEEDED") && round.deed() == Deed.MIGRATE);
        if (!expected.equals("TERMINATED")) {
            JsonNode gone = client.awaitEnd(
                    customer.ask(
                            "terminateInstance",
                            Map.of("instanceId", shop, "reason", "The round is over"),
                            "end " + round.number()),
                    PATIENCE);
            assertThat(gone.path("state").asString()).as("%s", gone).isEqualTo("SUCCEEDED");
        }
        requireOnePlace(shop, home, "TERMINATED", false);
    }

    private static String backUp(GraphQlClient client, Customer customer, String shop, Round round) throws Exception {
        client.awaitEnd(
                customer.ask("backupInstance", Map.of("instanceId", shop), "backup " + round.number()), PATIENCE);
        return client.data("query($id: ID!) { instance(id: $id) { backups { id } } }", Map.of("id", shop))
                .at("/instance/backups/0/id")
                .asString();
    }

    private static JsonNode instance(GraphQlClient client, String shop) {
        return client.data(
                        "query($id: ID!) { instance(id: $id) { status url activeOperation { id } } }",
                        Map.of("id", shop))
                .path("instance");
    }

    /** One directory, one port, one database and one role, where the shop is to be, and none elsewhere. */
    private void requireOnePlace(String shop, Path home, String status, boolean moved) throws Exception {
        String uuid = shop.substring(shop.indexOf(':') + 1);
        long there = status.equals("TERMINATED") ? 0 : 1;
        long here = moved ? 0 : there;
        Database own = Database.in(home);
        assertThat(things(uuid, home.resolve("process")))
                .as("directory and port at home of %s", shop)
                .isEqualTo(2 * here);
        assertThat(things(uuid, home.resolve("sites/lagos/process")))
                .as("directory and port in lagos of %s", shop)
                .isEqualTo(2 * (there - here));
        assertThat(Long.parseLong(own.strings(count(uuid)).getFirst()))
                .as("databases and roles at home of %s", shop)
                .isEqualTo(2 * here);
        assertThat(inLagos(uuid)).as("databases and roles in lagos of %s", shop).isEqualTo(2 * (there - here));
    }

    private static long things(String uuid, Path root) throws IOException {
        long found = Files.isDirectory(root.resolve("instances").resolve(uuid)) ? 1 : 0;
        Path ports = root.resolve("ports");
        if (Files.isDirectory(ports)) {
            try (Stream<Path> files = Files.list(ports)) {
                for (Path file : files.filter(
                                port -> port.getFileName().toString().matches("\\d+"))
                        .toList()) {
                    found += Files.readString(file).strip().equals(uuid) ? 1 : 0;
                }
            }
        }
        return found;
    }

    private long inLagos(String uuid) throws Exception {
        try (Connection connection = DriverManager.getConnection(lagos.jdbcUrl(), lagos.user(), lagos.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(count(uuid))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String count(String uuid) {
        String name = "keelson_" + uuid.replace("-", "");
        return "select ((select count(*) from pg_database where datname like '%1$s%%')".formatted(name)
                + " + (select count(*) from pg_roles where rolname like '%s%%'))::text".formatted(name);
    }

    private String[] site() {
        String prefix = "--keelson.process-driver.sites.lagos.";
        return new String[] {
            prefix + "first-port=31200",
            prefix + "last-port=31249",
            prefix + "database.host=" + lagos.host(),
            prefix + "database.port=" + lagos.port(),
            prefix + "database.user=" + lagos.user(),
            prefix + "database.password=" + lagos.password(),
            prefix + "database.maintenance-database=" + lagos.database()
        };
    }
}
