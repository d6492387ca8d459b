package io.keelson.job.type.workflow;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import io.keelson.job.type.JobJson;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One job of a workflow.
 *
 * @param name unique in the workflow
 * @param type of the job
 * @param payload of the job; texts may hold results of earlier nodes, see {@link NodeTemplates}
 * @param dependsOn nodes that must have succeeded before
 * @param priority 1 to 10, or null for that of every job
 * @param maxAttempts tries, or null for those of the type
 */
record WorkflowNode(
        String name,
        String type,
        @Nullable ObjectNode payload,
        @Nullable List<String> dependsOn,
        @Nullable Integer priority,
        @Nullable Integer maxAttempts) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TYPE = 100;
    private static final int MOST_ATTEMPTS = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    WorkflowNode {
        name = Require.matching(
                "payload.nodes.name", name, LONGEST_NAME, NAME, "it must be letters, digits, hyphens and underscores");
        type = Require.text("payload.nodes.type", type, LONGEST_TYPE);
        payload = payload == null ? JobJson.MAPPER.createObjectNode() : payload;
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
        if (priority != null && (priority < 1 || priority > 10)) {
            throw RejectedException.invalid(
                    "payload.nodes.priority",
                    "The priority of node %s is %d; it must be 1 to 10.".formatted(name, priority));
        }
        if (maxAttempts != null && (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS)) {
            throw RejectedException.invalid(
                    "payload.nodes.maxAttempts",
                    "The maxAttempts of node %s are %d; they must be 1 to %d."
                            .formatted(name, maxAttempts, MOST_ATTEMPTS));
        }
    }

    /** What it depends on; never null. */
    List<String> needs() {
        return dependsOn == null ? List.of() : dependsOn;
    }

    /** Its payload before results are put in; never null. */
    ObjectNode template() {
        return payload == null ? JobJson.MAPPER.createObjectNode() : payload;
    }
}
