package io.keelson.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.app.story.GraphQlClient;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What must be true once everything is over. */
record Aftermath(GraphQlClient client, World world, Database database) {
    private static final String INSTANCES =
            "{ instances(first: 200) { edges { node { id name status url version activeOperation { id } } } } }";
    private static final String OPERATIONS = "{ operations(first: 200) { edges { node { id kind state } } } }";

    static Aftermath of(GraphQlClient client, Path home) throws IOException {
        Database database = Database.in(home);
        return new Aftermath(client, new World(home, database), database);
    }

    /** Every acknowledged order is there, once, under the id that was answered. */
    void nothingAcknowledgedIsLostOrDoubled(Map<String, String> acknowledged) {
        Map<String, String> found = instances().stream()
                .collect(Collectors.toMap(node -> node.path("name").asString(), node -> node.path("id")
                        .asString()));
        assertThat(found).isEqualTo(acknowledged);
    }

    void everyOperationIsOver() throws SQLException {
        assertThat(nodes(OPERATIONS, "operations").stream()
                        .filter(node -> !List.of("SUCCEEDED", "ROLLED_BACK", "FAILED")
                                .contains(node.path("state").asString())))
                .isEmpty();
        assertThat(instances())
                .allSatisfy(node -> assertThat(node.path("status").asString()).isIn("ACTIVE", "FAILED", "TERMINATED"))
                .allSatisfy(node ->
                        assertThat(node.path("activeOperation").isNull()).isTrue());
        assertThat(database.strings("select saga_type from event_store.saga_entry"))
                .isEmpty();
        assertThat(database.strings("select operation_id from jobs.operation_blueprint"))
                .isEmpty();
        assertThat(database.strings("select unique_key from jobs.platform_job where status not in (3, 4)"))
                .isEmpty();
        assertThat(database.strings("select processing_group from event_store.dead_letter_entry"))
                .isEmpty();
    }

    /** Whatever exists belongs to an active instance, and each of those has one of everything and serves. */
    void activeInstancesServeAndNothingElseIsThere() throws IOException, SQLException {
        List<JsonNode> active = instances().stream()
                .filter(node -> node.path("status").asString().equals("ACTIVE"))
                .toList();
        assertThat(active).allSatisfy(node -> assertThat(
                        client.get(node.path("url").asString() + "/version").body())
                .contains(node.path("version").asString()));
        List<String> ids = active.stream()
                .map(node -> uuid(node.path("id").asString()))
                .sorted()
                .toList();
        assertThat(world.inventory())
                .allSatisfy((kind, owners) ->
                        assertThat(owners).as("owners of each %s", kind).isEqualTo(ids));
        for (JsonNode node : instances()) {
            String uuid = uuid(node.path("id").asString());
            if (!ids.contains(uuid)) {
                assertThat(World.controlGroups(uuid)).isEmpty();
            }
        }
    }

    private List<JsonNode> instances() {
        return nodes(INSTANCES, "instances");
    }

    private List<JsonNode> nodes(String query, String connection) {
        return client.data(query, Map.of())
                .path(connection)
                .path("edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .toList();
    }

    private static String uuid(String id) {
        return id.substring(id.indexOf(':') + 1);
    }
}
