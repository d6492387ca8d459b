package io.keelson.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.List;
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
 * Kills the control plane, its PostgreSQL, that of another site, or the shop itself at a random moment of each kind of
 * operation. The operation must end in a named state, with the shop as before or as asked, whole, once, and in one place. Two
 * kinds by default; the system property {@code keelson.lifecycle-faults} asks for more, of which 48 are each kind with each
 * fault; {@code keelson.fault-seed} repeats a run.
 */
class LifecycleFaultTest {
    private static final Logger LOG = LoggerFactory.getLogger(LifecycleFaultTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<Fault> FAULTS =
            List.of(Fault.KILL_CONTROL_PLANE, Fault.KILL_DATABASE, Fault.KILL_SITE_DATABASE, Fault.KILL_INSTANCE);

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
            Blows blows = new Blows(keelson, lagos);
            lookOften(keelson.client());
            for (int number = 0; number < rounds; number++) {
                Round round = round(number, random);
                String region = round.isAway() ? "lagos" : "local";
                Path root = home.resolve(round.isAway() ? "sites/lagos/process" : "process");
                String id = customer.provision("shop " + number, region);
                play(new Shop(keelson.client(), customer, root, id, Integer.toString(number)), blows, home, round);
            }
        }
        FileSystemUtils.deleteRecursively(home);
    }

    private record Round(int number, Deed deed, Fault fault, int afterMillis) {
        /** A blow to the server of another site is for a shop that uses it; a migration goes there anyway. */
        boolean isAway() {
            return fault == Fault.KILL_SITE_DATABASE && deed != Deed.MIGRATE;
        }
    }

    /** Every lap over the deeds gives each of them the next fault. */
    private static Round round(int number, Random random) {
        Deed[] deeds = Deed.values();
        Deed deed = deeds[number % deeds.length];
        Fault fault = FAULTS.get((number + number / deeds.length) % FAULTS.size());
        return new Round(number, deed, fault, random.nextInt(deed.millis()));
    }

    /** So that a shop that has died is found, and healed, soon. */
    private static void lookOften(GraphQlClient client) {
        Map<String, Integer> often = Map.of(
                "intervalSeconds", 2,
                "unhealthyAfter", 3,
                "degradedAfter", 3,
                "healthyAfter", 2,
                "keepSamplesMinutes", 5);
        client.data(
                "mutation($input: SetPlatformSettingInput!) { setPlatformSetting(input: $input) { setting { key } } }",
                Map.of("input", Map.of("key", "health", "value", often, "reason", "Much is killed")));
    }

    private void play(Shop shop, Blows blows, Path home, Round round) throws Exception {
        String operation = shop.begin(round.deed());
        TimeUnit.MILLISECONDS.sleep(round.afterMillis());
        Instant struck = Instant.now();
        blows.strike(round.fault(), shop.uuid());
        JsonNode end = shop.client().awaitEnd(operation, PATIENCE);

        String state = end.path("state").asString();
        boolean inTheMiddle = Instant.parse(end.path("finishedAt").asString()).isAfter(struck);
        LOG.info(
                "{}, {}: {}, {}",
                round,
                inTheMiddle ? "in the middle" : "too late",
                state,
                end.path("message").asString());
        assertThat(state).as("%s: %s", round, end).isIn("SUCCEEDED", "ROLLED_BACK");
        boolean done = state.equals("SUCCEEDED");
        String expected = done ? round.deed().after() : round.deed().before();
        assertThat(shop.standing()).as("%s", round).isEqualTo(expected);
        if (expected.endsWith("in maintenance")) {
            shop.leaveMaintenance();
        }
        if (expected.startsWith("ACTIVE")) {
            shop.requireServing();
        }
        if (round.deed() == Deed.RECONCILE) {
            shop.requireRepaired();
        }
        boolean inLagos = round.isAway() || done && round.deed() == Deed.MIGRATE;
        requireOnePlace(shop.uuid(), home, expected, inLagos);
        if (!expected.equals("TERMINATED")) {
            assertThat(shop.terminate()).as("%s", round).isEqualTo("SUCCEEDED");
        }
        requireOnePlace(shop.uuid(), home, "TERMINATED", false);
    }

    /** One directory, one port, one database and one role, where the shop is to be, and none elsewhere. */
    private void requireOnePlace(String uuid, Path home, String standing, boolean away) throws Exception {
        long there = standing.equals("TERMINATED") ? 0 : 1;
        long here = away ? 0 : there;
        Database own = Database.in(home);
        assertThat(things(uuid, home.resolve("process")))
                .as("directory and port at home of %s", uuid)
                .isEqualTo(2 * here);
        assertThat(things(uuid, home.resolve("sites/lagos/process")))
                .as("directory and port in lagos of %s", uuid)
                .isEqualTo(2 * (there - here));
        assertThat(Long.parseLong(own.strings(count(uuid)).getFirst()))
                .as("databases and roles at home of %s", uuid)
                .isEqualTo(2 * here);
        assertThat(inLagos(uuid)).as("databases and roles in lagos of %s", uuid).isEqualTo(2 * (there - here));
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
