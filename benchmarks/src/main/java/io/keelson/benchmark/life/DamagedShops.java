package io.keelson.benchmark.life;

import io.keelson.benchmark.node.GraphQl;
import io.keelson.benchmark.node.JarNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Instances of the sample that are damaged, and what a user sees of it. */
final class DamagedShops {
    private static final long LOOK_MILLIS = 200;

    private final JarNode node;
    private final GraphQl client;
    private final Path root;

    DamagedShops(JarNode node) {
        this.node = node;
        this.client = node.client();
        this.root = node.home().resolve("process");
    }

    String provision(String name) throws InterruptedException {
        JsonNode payload = client.data(
                        "mutation($input: ProvisionInstanceInput!) {"
                                + " provisionInstance(input: $input) { instance { id } } }",
                        Map.of("input", Map.of("name", name, "component", "storefront", "version", "1.0.0")))
                .path("provisionInstance");
        String id = payload.path("instance").path("id").asString();
        while (!read(id).path("status").asString().equals("ACTIVE")
                || !read(id).path("activeOperation").isNull()) {
            Thread.sleep(LOOK_MILLIS);
        }
        return id;
    }

    void damage(Damage damage, String instance) throws IOException, SQLException, InterruptedException {
        String url = damage == Damage.ORPHAN ? "" : read(instance).path("url").asString();
        damage.doTo(instance.substring(instance.indexOf(':') + 1), url, root, node.database());
    }

    /** Changes as soon as the damage is found: an operation begins, an event tells it, or the orphan is listed. */
    String mark(Damage damage, String instance) throws InterruptedException {
        if (damage == Damage.ORPHAN) {
            String uuid = instance.substring(instance.indexOf(':') + 1);
            return Boolean.toString(client.data("{ orphans { name } }")
                    .path("orphans")
                    .valueStream()
                    .anyMatch(orphan -> orphan.path("name").asString().contains(uuid)));
        }
        if (damage.operation().isEmpty()) {
            return read(instance).path("updatedAt").asString();
        }
        return client.data(
                        "query($filter: OperationFilter!) { operations(filter: $filter) { totalCount } }",
                        Map.of("filter", Map.of("instanceId", instance, "kind", damage.operation())))
                .path("operations")
                .path("totalCount")
                .asString();
    }

    private JsonNode read(String id) throws InterruptedException {
        return client.data(
                        "query($id: ID!) { instance(id: $id) { status url updatedAt activeOperation { id } } }",
                        Map.of("id", id))
                .path("instance");
    }
}
