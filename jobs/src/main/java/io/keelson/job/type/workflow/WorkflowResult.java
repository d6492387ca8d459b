package io.keelson.job.type.workflow;

import io.keelson.job.queue.JobFailure;
import io.keelson.job.type.JobJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a workflow that has ended leaves: the results of its nodes, or the failure that names those that failed. */
final class WorkflowResult {
    /** Below what a job's result may have; beyond it the nodes' own jobs keep their results. */
    private static final int MOST_CHARACTERS = 500_000;

    private static final String NODES = "nodes";

    private WorkflowResult() {}

    /** {@code {"nodes": {name: {"job": id, "result": ...}}}}; without the results when they are too large together. */
    static String of(WorkflowLook.Seen seen, WorkflowJobs jobs) {
        List<UUID> ids = seen.children().values().stream().map(ChildJob::id).toList();
        String whole = json(seen, jobs.results(ids));
        return whole.length() <= MOST_CHARACTERS ? whole : json(seen, null);
    }

    /** Not to be tried again: the failed nodes have had their tries. */
    static JobFailure failure(WorkflowLook.Seen seen) {
        List<String> reasons = new ArrayList<>();
        for (WorkflowNode node : seen.standing().in(NodeState.FAILED)) {
            ChildJob child = seen.children().get(node.name());
            String reason = child == null
                    ? seen.unable().getOrDefault(node.name(), "unknown")
                    : "job %s is %s".formatted(child.id(), child.status());
            reasons.add("%s (%s)".formatted(node.name(), reason));
        }
        return new JobFailure(
                "NODE_FAILED",
                "Nodes failed: %s. Retry their jobs first, then this one.".formatted(String.join("; ", reasons)),
                false);
    }

    private static String json(WorkflowLook.Seen seen, @Nullable Map<UUID, JsonNode> results) {
        ObjectNode result = JobJson.MAPPER.createObjectNode();
        ObjectNode nodes = result.putObject(NODES);
        for (WorkflowNode node : seen.standing().states().keySet()) {
            ChildJob child = seen.children().get(node.name());
            if (child != null) {
                ObjectNode entry =
                        nodes.putObject(node.name()).put("job", child.id().toString());
                if (results != null) {
                    entry.set("result", results.get(child.id()));
                }
            }
        }
        return result.toString();
    }
}
