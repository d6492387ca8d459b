package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.command.ApproveRolloutGate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import tools.jackson.databind.JsonNode;

/** Rollouts of the sample, and what is asked of them. */
record StoryRollouts(RunningKeelson keelson) {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String READ = """
            query($id: ID!) { rollout(id: $id) {
              state reason stage size counts { pending running succeeded failed skipped }
              waitingGates { stage group }
              members(first: 100) { edges { node { instanceId stage outcome reason operationId } } }
            } }
            """;

    /** Starts one and returns its id. */
    String start(String version, List<Map<String, Object>> stages) {
        return mutate("startRollout", input(version, stages)).path("id").asString();
    }

    /** One that needs no approval of customers. */
    static Map<String, Object> input(String version, List<Map<String, Object>> stages) {
        return Map.of(
                "component",
                "storefront",
                "version",
                version,
                "stages",
                stages,
                "override",
                List.of("APPROVAL"),
                "reason",
                "The story tells of it");
    }

    JsonNode act(String mutation, String rollout, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("rolloutId", rollout);
        return mutate(mutation, input);
    }

    private JsonNode mutate(String mutation, Map<String, Object> input) {
        return keelson.client()
                .data(
                        "mutation($input: %sInput!) { %s(input: $input) { rollout { id state } } }"
                                .formatted(Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1), mutation),
                        Map.of("input", input))
                .path(mutation)
                .path("rollout");
    }

    /** Agrees that a stage begins, as another person than its author. */
    void approve(String rollout, String stage) {
        keelson.context()
                .getBean(CommandGateway.class)
                .sendAndWait(GenericCommandMessage.asCommandMessage(
                                new ApproveRolloutGate(RolloutId.parse(rollout), stage, null))
                        .andMetaData(Map.of(RequestContext.ACTOR_ID, "second-person")));
    }

    JsonNode read(String rollout) {
        return keelson.client().data(READ, Map.of("id", rollout)).path("rollout");
    }

    JsonNode awaitState(String rollout, String state) {
        await(state)
                .atMost(PATIENCE)
                .until(() -> read(rollout).path("state").asString().equals(state));
        return read(rollout);
    }

    /** Its members in the order of their turns. */
    static List<JsonNode> members(JsonNode connection) {
        return connection
                .path("edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .toList();
    }

    JsonNode member(String rollout, String instance) {
        List<JsonNode> found = members(read(rollout).path("members")).stream()
                .filter(member -> member.path("instanceId").asString().equals(instance))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** A stage with one group of everybody with this tag. */
    static Map<String, Object> stage(String name, String tag, Map<String, Object> group, Map<String, Object> more) {
        Map<String, Object> everybody = new HashMap<>(group);
        everybody.put("name", "everybody");
        everybody.put("tags", List.of(tag));
        Map<String, Object> stage = new HashMap<>(more);
        stage.put("name", name);
        stage.put("groups", List.of(everybody));
        return stage;
    }
}
