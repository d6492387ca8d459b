package io.keelson.benchmark.life;

import io.keelson.benchmark.node.GraphQl;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A rollout of the sample over a whole fleet, watched until it no longer goes on. */
final class FleetRollout {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<String> GOES_ON = Set.of("RUNNING");
    private static final String READ = """
            query($id: ID!) { rollout(id: $id) {
              state reason counts { pending running succeeded failed skipped }
            } }""";

    private final GraphQl client;
    private final Map<String, Object> plan;
    private String id = "";
    private int most;

    /**
     * @param concurrency how many at once in the second stage
     * @param budget how many may fail there
     */
    FleetRollout(GraphQl client, int concurrency, int budget) {
        this.client = client;
        Map<String, Object> one = Map.of("name", "one", "tags", List.of("fleet"), "share", "1");
        Map<String, Object> all = Map.of("name", "all", "tags", List.of("fleet"));
        plan = Map.of(
                "component",
                "storefront",
                "version",
                "1.1.0",
                "override",
                List.of("APPROVAL"),
                "stages",
                List.of(
                        Map.of("name", "canary", "groups", List.of(one)),
                        Map.of(
                                "name",
                                "rest",
                                "groups",
                                List.of(all),
                                "concurrency",
                                Integer.toString(concurrency),
                                "failureBudget",
                                Integer.toString(budget))));
    }

    /** Who would have which turn, as a preview tells. */
    List<String> turns() throws InterruptedException {
        return client.data(
                        "query($input: PreviewRolloutInput!) { previewRollout(input: $input) { members(first: 200) { edges { node { instanceId } } } } }",
                        Map.of("input", plan))
                .at("/previewRollout/members/edges")
                .valueStream()
                .map(edge -> edge.at("/node/instanceId").asString())
                .toList();
    }

    void start() throws InterruptedException {
        Map<String, Object> input = new HashMap<>(plan);
        input.put("reason", "The benchmark says so");
        id = client.data(
                        "mutation($input: StartRolloutInput!) { startRollout(input: $input) { rollout { id } } }",
                        Map.of("input", input))
                .at("/startRollout/rollout/id")
                .asString();
    }

    void restart() throws InterruptedException {
        client.data(
                "mutation($id: ID!) { restartRollout(input: { rolloutId: $id }) { rollout { id } } }",
                Map.of("id", id));
    }

    /** Waits until it neither goes on nor has anything under way. */
    JsonNode settled() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = read();
        while ((GOES_ON.contains(now.path("state").asString())
                        || now.at("/counts/running").asInt() > 0)
                && System.nanoTime() < end) {
            Thread.sleep(LOOK);
            now = read();
        }
        return now;
    }

    private JsonNode read() throws InterruptedException {
        JsonNode now = client.data(READ, Map.of("id", id)).path("rollout");
        most = Math.max(most, now.at("/counts/running").asInt());
        return now;
    }

    /** The most that were seen under way at once. */
    int mostAtOnce() {
        return most;
    }
}
