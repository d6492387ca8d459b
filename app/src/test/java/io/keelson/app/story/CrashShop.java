package io.keelson.app.story;

import static io.keelson.app.story.CrashChange.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A shop whose control plane dies while its version changes, and what must be true of it afterwards. */
final class CrashShop {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration MOMENT = Duration.ofSeconds(10);
    private static final Map<String, Integer> MIGRATIONS = Map.of(FIRST, 1, "1.1.0", 2, "2.0.0", 3);

    private final KeelsonProcess keelson;
    private final String id;
    private final Map<String, Integer> begun = new HashMap<>();
    private String version = FIRST;

    private CrashShop(KeelsonProcess keelson, String id) {
        this.keelson = keelson;
        this.id = id;
    }

    /** A shop with something to lose. */
    static CrashShop open(KeelsonProcess keelson, String name) throws Exception {
        JsonNode provisioning = keelson.client().provision(name, FIRST);
        assertThat(endOf(keelson, provisioning)).isEqualTo("SUCCEEDED");
        String shop = provisioning.path("instance").path("id").asString();
        new StoryShops(keelson.client()).sell(shop, "Precious", "12.50");
        new StoryShops(keelson.client()).sell(shop, "Sail", "3");
        return new CrashShop(keelson, shop);
    }

    /**
     * Dies at a crash point of a change, goes on in a new process, and asserts that the shop is whole.
     *
     * @return the step at which it died, or empty when the change was over before the point was reached
     */
    String dieAt(CrashChange change, String crashPoint) throws Exception {
        bringTo(change.from);
        count(change.kind());
        Death death = crash(change, crashPoint);
        assertThat(death.end).isEqualTo(change.end);
        version = change.to();
        await().atMost(MOMENT).untilAsserted(this::assertWhole);
        return death.step;
    }

    private record Death(String step, String end) {}

    /** The process may die before it has answered, so the request is repeated under the same key. */
    private Death crash(CrashChange change, String crashPoint) throws Exception {
        String key = UUID.randomUUID().toString();
        keelson.arm(crashPoint);
        JsonNode answer = null;
        try {
            answer = ask(change, key);
        } catch (UncheckedIOException died) {
            assertThat(died).hasCauseInstanceOf(IOException.class);
        }
        JsonNode asked = answer;
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !keelson.isAlive() || (asked != null && isOver(asked)));
        if (keelson.isAlive()) {
            keelson.disarm();
            return new Death("", endOf(keelson, asked));
        }
        String step = openStep();
        keelson.startArmable().awaitReady();
        return new Death(step, endOf(keelson, ask(change, key)));
    }

    private JsonNode ask(CrashChange change, String key) {
        return keelson.client()
                .data(change.mutation(), Map.of("input", change.input(id)), "Idempotency-Key", key)
                .iterator()
                .next();
    }

    private boolean isOver(JsonNode payload) {
        return !keelson.client()
                .operation(payload.path("operation").path("id").asString())
                .path("finishedAt")
                .isNull();
    }

    /** By whole upgrades and rollbacks, in which nobody dies. */
    private void bringTo(String wanted) {
        if (!version.equals(wanted) && !version.equals(FIRST)) {
            count("ROLLBACK");
            change(CrashChange.back(), CrashChange.backFrom(id), FIRST);
        }
        if (!version.equals(wanted)) {
            count("UPGRADE");
            change(CrashChange.upgrade(), CrashChange.upgradeTo(id, wanted), wanted);
        }
    }

    private void change(String mutation, Map<String, ?> input, String to) {
        JsonNode payload = keelson.client()
                .data(mutation, Map.of("input", input))
                .iterator()
                .next();
        assertThat(endOf(keelson, payload)).isEqualTo("SUCCEEDED");
        version = to;
    }

    private void count(String kind) {
        begun.merge(kind, 1, Integer::sum);
    }

    private void assertWhole() throws Exception {
        JsonNode instance = instance();
        assertThat(instance.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(instance.path("maintenance").asBoolean()).isFalse();
        assertThat(instance.path("activeOperation").isNull()).isTrue();
        assertThat(instance.path("version").asString()).isEqualTo(version);
        String url = instance.path("url").asString();
        assertThat(keelson.client().get(url + "/version").body()).contains(version);
        assertThat(keelson.client().get(url + "/").body()).contains("Precious", "12.50", "Sail");
        assertThat(Leftovers.processes(uuid())).hasSize(1);
        String database = "keelson_" + uuid().replace("-", "");
        assertThat(all("keelson", "select datname from pg_database where datname like '%" + database + "%'"))
                .containsExactly(database);
        assertThat(all(database, "select name from products order by 1")).containsExactly("Precious", "Sail");
        assertThat(all(database, "select name from storefront_migrations")).hasSize(MIGRATIONS.get(version));
        assertThat(aside()).isEmpty();
        assertThat(backupsOnDisk())
                .containsExactlyInAnyOrderElementsOf(instance.path("backups")
                        .valueStream()
                        .map(backup -> backup.path("id").asString().replace("backup:", ""))
                        .toList());
        for (Map.Entry<String, Integer> kind : begun.entrySet()) {
            assertThat(operations(kind.getKey())).as(kind.getKey()).isEqualTo(kind.getValue());
        }
    }

    private JsonNode instance() {
        return keelson.client().data("""
                query($id: ID!) {
                  instance(id: $id) { status version url maintenance activeOperation { id } backups { id } }
                }\
                """, Map.of("id", id)).path("instance");
    }

    private int operations(String kind) {
        return keelson.client()
                .data(
                        "query($id: ID!, $kind: OperationKind!) {"
                                + " operations(first: 1, filter: { instanceId: $id, kind: $kind }) { totalCount } }",
                        Map.of("id", id, "kind", kind))
                .path("operations")
                .path("totalCount")
                .asInt();
    }

    /** What a change puts aside for its time only. */
    private List<String> aside() throws IOException {
        try (Stream<Path> files = Files.walk(keelson.home().resolve("process"), 3)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains(uuid()))
                    .filter(file -> file.matches(".*(\\.aside|\\.incoming|/restoration\\.json|/restored)"))
                    .toList();
        }
    }

    private List<String> backupsOnDisk() throws IOException {
        Path backups = keelson.home().resolve("backups").resolve(uuid());
        if (!Files.isDirectory(backups)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(backups)) {
            return found.map(backup -> backup.getFileName().toString()).toList();
        }
    }

    /** Read from the database, which outlives the control plane. */
    private String openStep() throws Exception {
        List<String> open = all("keelson", """
            select coalesce(step_job::json -> 'attempt' ->> 'action', '-') || ' ' || coalesce(split_part(step_key, ':', 3), '-')
              from jobs.operation_blueprint\
            """);
        return open.isEmpty() ? "between two steps" : String.join(", ", open);
    }

    private List<String> all(String database, String sql) throws IOException, SQLException {
        Path server = keelson.home().resolve("postgres");
        String port = Files.readString(server.resolve("port")).strip();
        String password = Files.readString(server.resolve("password")).strip();
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, database), "keelson", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private String uuid() {
        return id.substring(id.indexOf(':') + 1);
    }

    private static String endOf(KeelsonProcess keelson, JsonNode payload) {
        return keelson.client()
                .awaitEnd(payload.path("operation").path("id").asString(), PATIENCE)
                .path("state")
                .asString();
    }
}
