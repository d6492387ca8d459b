package io.keelson.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.app.story.GraphQlClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A shop that a deed is done to.
 *
 * @param root of the process driver at the site where the shop was provisioned
 * @param name of the round, part of every key of its requests
 */
record Shop(GraphQlClient client, Customer customer, Path root, String id, String name) {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    String uuid() {
        return id.substring(id.indexOf(':') + 1);
    }

    /** Brings it to where the deed begins, and begins that; returns the id of the operation. */
    String begin(Deed deed) throws IOException, InterruptedException {
        switch (deed) {
            case RESTORE -> end(ask("backupInstance", Map.of(), "backup"));
            case RESUME -> end(ask("suspendInstance", Map.of("reason", "Not paid"), "suspension"));
            case LEAVE_MAINTENANCE -> end(ask("setMaintenance", Map.of("on", true), "maintenance"));
            case RECONCILE -> tamper();
            case HEAL -> {
                Blows.killInstance(uuid());
                return await().atMost(PATIENCE).ignoreExceptions().until(this::healing, id -> id != null);
            }
            default -> {}
        }
        return customer.ask(deed.mutation(), deed.inputFor(id, deed == Deed.RESTORE ? backup() : null), "deed " + name);
    }

    /** Its status, and whether it is in maintenance, once no operation is active. */
    String standing() {
        JsonNode instance = await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(this::read, node -> node.path("activeOperation").isNull());
        return instance.path("status").asString()
                + (instance.path("maintenance").asBoolean() ? " in maintenance" : "");
    }

    void requireServing() {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        client.get(read().path("url").asString() + "/health").statusCode())
                .isEqualTo(200));
    }

    /** What was tampered with is as it was. */
    void requireRepaired() {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(Files.readString(configuration()))
                .doesNotContain("Hacked"));
    }

    void leaveMaintenance() throws InterruptedException {
        end(ask("setMaintenance", Map.of("on", false), "service"));
    }

    /** Its state when nobody failed it. */
    String terminate() throws InterruptedException {
        return client.awaitEnd(ask("terminateInstance", Map.of("reason", "The round is over"), "end"), PATIENCE)
                .path("state")
                .asString();
    }

    private void tamper() throws IOException {
        Files.writeString(configuration(), "{\"greeting\":\"Hacked\"}");
        Files.delete(
                root.resolve("instances").resolve(uuid()).resolve("secrets").resolve("environment.json"));
    }

    private Path configuration() {
        return root.resolve("instances").resolve(uuid()).resolve("config").resolve("instance.json");
    }

    private @Nullable String healing() {
        List<String> ids = client.data(
                        "query($filter: OperationFilter!) { operations(filter: $filter) { edges { node { id } } } }",
                        Map.of("filter", Map.of("instanceId", id, "kind", "HEAL")))
                .path("operations")
                .path("edges")
                .valueStream()
                .map(edge -> edge.path("node").path("id").asString())
                .toList();
        return ids.isEmpty() ? null : ids.getFirst();
    }

    private String backup() {
        return client.data("query($id: ID!) { instance(id: $id) { backups { id } } }", Map.of("id", id))
                .at("/instance/backups/0/id")
                .asString();
    }

    private JsonNode read() {
        return client.data(
                        "query($id: ID!) { instance(id: $id) { status maintenance url activeOperation { id } } }",
                        Map.of("id", id))
                .path("instance");
    }

    private String ask(String mutation, Map<String, ?> input, String what) throws InterruptedException {
        Map<String, Object> all = new HashMap<>(input);
        all.put("instanceId", id);
        return customer.ask(mutation, all, what + " " + name);
    }

    private void end(String operation) {
        JsonNode end = client.awaitEnd(operation, PATIENCE);
        assertThat(end.path("state").asString()).as("%s", end).isEqualTo("SUCCEEDED");
    }
}
