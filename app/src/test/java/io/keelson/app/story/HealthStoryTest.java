package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop that is damaged by hand in the ways that happen, looked at every second. */
class HealthStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Object> USUAL_HEALTH = Map.of(
            "intervalSeconds", 30,
            "unhealthyAfter", 3,
            "degradedAfter", 3,
            "healthyAfter", 2,
            "keepSamplesMinutes", 60);
    private static final Map<String, Object> USUAL_HEALING = Map.of(
            "enabled", true, "firstPauseSeconds", 10, "longestPauseSeconds", 300, "tries", 5, "periodMinutes", 60);
    private static final Map<String, Object> USUAL_RECONCILE =
            Map.of("intervalSeconds", 20, "repair", true, "triesPerHour", 3);

    private final RunningKeelson keelson = RunningKeelson.shared();
    private final GraphQlClient client = keelson.client();
    private String shop = "";

    @BeforeEach
    void open() {
        set(
                "health",
                Map.of(
                        "intervalSeconds", 1,
                        "unhealthyAfter", 2,
                        "degradedAfter", 2,
                        "healthyAfter", 2,
                        "keepSamplesMinutes", 5));
        set("reconcile", Map.of("intervalSeconds", 1, "repair", true, "triesPerHour", 20));
        set(
                "self-healing",
                Map.of(
                        "enabled",
                        true,
                        "firstPauseSeconds",
                        0,
                        "longestPauseSeconds",
                        0,
                        "tries",
                        2,
                        "periodMinutes",
                        5));
        JsonNode payload = client.provision("watched shop " + UUID.randomUUID(), "1.0.0");
        client.awaitEnd(payload.path("operation").path("id").asString(), PATIENCE);
        shop = payload.path("instance").path("id").asString();
    }

    @AfterEach
    void close() {
        set("health", USUAL_HEALTH);
        set("reconcile", USUAL_RECONCILE);
        set("self-healing", USUAL_HEALING);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            String operation =
                    client.terminate(shop).path("operation").path("id").asString();
            return client.awaitEnd(operation, PATIENCE).path("state").asString().equals("SUCCEEDED");
        });
    }

    @Test
    void aKilledShopServesAgainAndOneThatKeepsDyingIsLeftAloneUntilItIsRestarted() throws Exception {
        JsonNode report =
                awaitHealth(node -> !node.path("healthReport").isNull()).path("healthReport");
        assertThat(report.path("status").asString()).as("%s", report).isEqualTo("PASS");
        assertThat(report.path("checks").valueStream().map(check -> check.path("name")
                        .asString()))
                .containsExactlyInAnyOrder("DATABASE", "API", "WORKERS", "STORAGE", "NETWORK");
        assertThat(report.path("metrics").path("memoryBytes").asDouble()).isGreaterThan(1e6);
        assertThat(report.path("metrics").path("diskBytes").asDouble()).isGreaterThan(1e6);

        kill();
        awaitOperations("HEAL", 1);
        assertThat(client.get(client.instance(shop).path("url").asString() + "/")
                        .statusCode())
                .isEqualTo(200);
        kill();
        awaitOperations("HEAL", 2);
        kill();

        JsonNode left = awaitHealth(node -> node.path("leftAlone").asBoolean());
        assertThat(left.path("health").asString()).isEqualTo("UNHEALTHY");
        JsonNode last = left.path("healthHistory").path("edges").get(0).path("node");
        assertThat(last.path("reason").asString()).contains("died 2 times");
        assertThat(last.path("lastWords").asString()).isNotBlank();
        assertThat(left.path("uptime").path("ratio").asDouble()).isBetween(0.01, 0.999);
        assertThat(Leftovers.processes(uuid())).isEmpty();

        assertThat(operate("restartInstance").path("state").asString()).isEqualTo("SUCCEEDED");
        awaitHealth(node -> node.path("health").asString().equals("HEALTHY")
                && !node.path("leftAlone").asBoolean());
        assertThat(Leftovers.processes(uuid())).isNotEmpty();
    }

    @Test
    void requestsErrorsAndTimesAreTheShopsOwnFigures() throws Exception {
        String url = client.instance(shop).path("url").asString();
        sql(database(uuid()), "alter table products add constraint sold_out check (false) not valid");
        JsonNode idle = awaitHealth(
                node -> node.at("/healthReport/metrics/requestsPerSecond").isNumber());
        assertThat(idle.at("/healthReport/metrics/errorRate").isNull()).isTrue();

        AtomicInteger sent = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        long begin = System.nanoTime();
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> visits = visitors.submit(() -> {
                while (!enough.get()) {
                    boolean buys = sent.incrementAndGet() % 4 == 0;
                    int status = buys
                            ? client.post(url + "/products", "name=Lamp&price=3")
                            : client.get(url + "/").statusCode();
                    failed.addAndGet(status >= 500 ? 1 : 0);
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                return null;
            });
            await().atMost(PATIENCE).until(() -> sent.get() > 100);
            JsonNode metrics = awaitHealth(
                            node -> node.at("/healthReport/metrics/errorRate").asDouble(0) > 0.15)
                    .at("/healthReport/metrics");
            double rate = sent.get() / ((System.nanoTime() - begin) / 1e9);
            enough.set(true);
            visits.get();

            assertThat(failed.get()).isBetween(sent.get() / 4 - 1, sent.get() / 4);
            assertThat(metrics.path("errorRate").asDouble()).isBetween(0.15, 0.35);
            assertThat(metrics.path("requestsPerSecond").asDouble()).isBetween(rate / 2, rate * 2);
            assertThat(metrics.path("latencyP95Millis").asDouble()).isBetween(0.1, 10_000.0);
        }
        awaitHealth(node -> node.at("/healthReport/metrics/requestsPerSecond").asDouble(-1) == 0);
    }

    @Test
    void whatIsEditedDroppedOrDeletedIsPutBackAndASecondPassDoesNothing() throws Exception {
        String url = client.instance(shop).path("url").asString();
        Path directory = keelson.home().resolve("process").resolve("instances").resolve(uuid());
        Path configuration = directory.resolve("config").resolve("instance.json");
        JsonNode before = JSON.readTree(Files.readString(configuration));

        Files.writeString(configuration, "{\"settings\":{\"greeting\":\"Hacked\"}}");
        await().atMost(PATIENCE)
                .until(() -> JSON.readTree(Files.readString(configuration)).equals(before));
        awaitIdle();

        String role = database(uuid());
        sql(role, "reassign owned by %s to current_user".formatted(role), "drop owned by " + role);
        sql("postgres", "reassign owned by %s to current_user".formatted(role), "drop owned by " + role);
        sql(
                "postgres",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'".formatted(role),
                "drop role " + role);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> client.get(url + "/").statusCode() == 200 && isIdle());

        Files.delete(
                keelson.home().resolve("process").resolve("ports").resolve(url.substring(url.lastIndexOf(':') + 1)));
        Files.delete(directory.resolve("secrets").resolve("environment.json"));
        await().atMost(PATIENCE)
                .until(() -> Files.exists(directory.resolve("secrets").resolve("environment.json")) && isIdle());
        await().atMost(PATIENCE).until(() -> health().path("drift").isEmpty() && isIdle());
        assertThat(client.instance(shop).path("url").asString()).isEqualTo(url);
        assertThat(client.get(url + "/").statusCode()).isEqualTo(200);

        assertThat(operate("reconcileInstance").path("state").asString()).isEqualTo("SUCCEEDED");
        String updated = health().path("updatedAt").asString();
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(6))
                .until(() -> health().path("updatedAt").asString().equals(updated));
    }

    @Test
    void aLossIsReportedAndWhatNobodyOwnsIsListed() throws Exception {
        Path directory = keelson.home().resolve("process").resolve("instances").resolve(uuid());
        Path stranger = directory.resolveSibling(UUID.randomUUID().toString());
        Files.createDirectory(stranger);
        Files.move(directory.resolve("data"), directory.resolve("data.gone"));

        JsonNode drift =
                awaitHealth(node -> !node.path("drift").isEmpty()).path("drift").get(0);
        assertThat(drift.path("kind").asString()).isEqualTo("DATA_MISSING");
        assertThat(drift.path("action").asString()).isEqualTo("REPORT");
        awaitHealth(node -> node.path("health").asString().equals("DEGRADED"));
        await().atMost(PATIENCE).until(() -> client.data("{ orphans { kind name } }", Map.of())
                .path("orphans")
                .valueStream()
                .anyMatch(orphan -> orphan.path("name").asString().equals(stranger.toString())));

        Files.delete(stranger);
        Files.move(directory.resolve("data.gone"), directory.resolve("data"));
        awaitHealth(node ->
                node.path("drift").isEmpty() && node.path("health").asString().equals("HEALTHY"));

        assertThat(refusal("restartInstance", "instance:" + new UUID(1, 1))).isEqualTo("NOT_FOUND");
        assertThat(refusal("reconcileInstance", "nonsense")).isEqualTo("VALIDATION_ERROR");
        assertThat(client.error(
                                "query($id: ID!) { instance(id: $id) { uptime(period: \"-PT1H\") { ratio } } }",
                                Map.of("id", shop))
                        .path("extensions")
                        .path("code")
                        .asString())
                .isEqualTo("VALIDATION_ERROR");
    }

    private void kill() throws IOException {
        await().atMost(PATIENCE).until(() -> !Leftovers.processes(uuid()).isEmpty() && isIdle());
        for (String process : Leftovers.processes(uuid())) {
            ProcessHandle.of(Long.parseLong(process.substring("process ".length())))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private void set(String key, Map<String, Object> value) {
        client.data(
                "mutation($input: SetPlatformSettingInput!) { setPlatformSetting(input: $input) { setting { key } } }",
                Map.of("input", Map.of("key", key, "value", value, "reason", "The story says so")));
    }

    private JsonNode health() {
        return client.data("""
            query($id: ID!) {
              instance(id: $id) {
                health leftAlone updatedAt drift { kind detail action since } uptime(period: "PT1H") { ratio up known }
                healthReport {
                  at status running checks { name status message responseTime }
                  metrics { cpuCores memoryBytes diskBytes requestsPerSecond errorRate latencyMillis latencyP95Millis }
                }
                healthHistory(first: 5) { totalCount edges { node { health reason leftAlone lastWords at } } }
              }
            }
            """, Map.of("id", shop)).path("instance");
    }

    private JsonNode awaitHealth(Predicate<JsonNode> wanted) {
        return await().atMost(PATIENCE).until(this::health, wanted);
    }

    private void awaitIdle() {
        await().atMost(PATIENCE).until(this::isIdle);
    }

    private boolean isIdle() {
        return client.instance(shop).path("activeOperation").isNull();
    }

    private void awaitOperations(String kind, int succeeded) {
        await().atMost(PATIENCE)
                .until(() ->
                        operations(kind).stream().filter("SUCCEEDED"::equals).count() == succeeded);
    }

    private List<String> operations(String kind) {
        return client.data(
                        "query($filter: OperationFilter!) { operations(filter: $filter) { edges { node { state } } } }",
                        Map.of("filter", Map.of("instanceId", shop, "kind", kind)))
                .path("operations")
                .path("edges")
                .valueStream()
                .map(edge -> edge.path("node").path("state").asString())
                .toList();
    }

    /** Asks until no automatic operation is in the way, and waits for the end. */
    private JsonNode operate(String mutation) {
        Set<String> busy = Set.of("CONFLICT");
        JsonNode answer = await().atMost(PATIENCE)
                .until(
                        () -> client.send(document(mutation, "operation { id }"), input(shop)),
                        sent -> !busy.contains(sent.path("errors")
                                .path(0)
                                .path("extensions")
                                .path("code")
                                .asString("")));
        String id =
                answer.path("data").path(mutation).path("operation").path("id").asString();
        return client.awaitEnd(id, PATIENCE);
    }

    private String refusal(String mutation, String instance) {
        return client.error(document(mutation, "instance { id }"), input(instance))
                .path("extensions")
                .path("code")
                .asString();
    }

    private static Map<String, Object> input(String instance) {
        return Map.of("input", Map.of("instanceId", instance));
    }

    private static String document(String mutation, String selection) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return "mutation($input: %s) { %s(input: $input) { %s } }".formatted(type, mutation, selection);
    }

    private void sql(String database, String... statements) throws SQLException {
        PostgresAddress address = keelson.context().getBean(PostgresAddress.class);
        String url = "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), database);
        try (Connection connection = DriverManager.getConnection(url, address.user(), address.password());
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static String database(String uuid) {
        return "keelson_" + uuid.replace("-", "");
    }

    private String uuid() {
        return shop.substring(shop.indexOf(':') + 1);
    }
}
