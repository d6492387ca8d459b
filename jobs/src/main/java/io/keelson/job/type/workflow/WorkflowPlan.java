package io.keelson.job.type.workflow;

import io.keelson.api.error.RejectedException;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.type.JobJson;
import io.keelson.job.type.JobTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nodes of a workflow in an order in which each comes after those it depends on. */
final class WorkflowPlan {
    /** A workflow in a workflow in a workflow is the deepest. */
    static final int DEEPEST = 3;

    private static final String NODES = "payload.nodes";

    private final WorkflowPayload workflow;
    private final List<WorkflowNode> ordered;

    private WorkflowPlan(WorkflowPayload workflow, List<WorkflowNode> ordered) {
        this.workflow = workflow;
        this.ordered = List.copyOf(ordered);
    }

    /**
     * Puts the nodes in order.
     *
     * @throws RejectedException INVALID_INPUT when two have one name, when one depends on itself or on a node that is not
     *     there, or uses the result of a node that it does not depend on
     */
    static WorkflowPlan of(WorkflowPayload workflow) {
        Map<String, WorkflowNode> named = new LinkedHashMap<>();
        for (WorkflowNode node : workflow.nodes()) {
            if (named.put(node.name(), node) != null) {
                throw refused("Two nodes are called %s.".formatted(node.name()));
            }
        }
        List<WorkflowNode> ordered = new ArrayList<>();
        Map<String, Set<String>> before = new HashMap<>();
        for (WorkflowNode node : workflow.nodes()) {
            place(node, named, before, ordered, new HashSet<>());
        }
        for (WorkflowNode node : ordered) {
            requireResultsOfEarlierNodes(node, before);
        }
        return new WorkflowPlan(workflow, ordered);
    }

    /**
     * Checks what can be checked before a workflow begins: types, and payloads into which no result is put.
     *
     * @param depth 1 for a workflow that is in no other
     */
    void requireRunnable(JobTypes types, int depth) {
        for (WorkflowNode node : ordered) {
            JobHandler handler = types.find(node.type())
                    .orElseThrow(() -> refused("Node %s has the unknown type %s; there are %s."
                            .formatted(node.name(), node.type(), types.names())));
            if (WorkflowHandler.TYPE.equals(node.type())) {
                requireShallow(node, types, depth + 1);
            } else if (NodeTemplates.nodesIn(node.template()).isEmpty()) {
                validate(node, handler);
            }
        }
    }

    List<WorkflowNode> nodes() {
        return ordered;
    }

    WorkflowPayload workflow() {
        return workflow;
    }

    private static void place(
            WorkflowNode node,
            Map<String, WorkflowNode> named,
            Map<String, Set<String>> before,
            List<WorkflowNode> ordered,
            Set<String> onTheWay) {
        if (before.containsKey(node.name())) {
            return;
        }
        if (!onTheWay.add(node.name())) {
            throw refused("Node %s depends on itself, directly or by way of others.".formatted(node.name()));
        }
        Set<String> earlier = new HashSet<>();
        for (String need : node.needs()) {
            @Nullable WorkflowNode needed = named.get(need);
            if (needed == null) {
                throw refused("Node %s depends on %s, which is not there.".formatted(node.name(), need));
            }
            place(needed, named, before, ordered, onTheWay);
            earlier.add(need);
            earlier.addAll(before.getOrDefault(need, Set.of()));
        }
        onTheWay.remove(node.name());
        before.put(node.name(), earlier);
        ordered.add(node);
    }

    private static void requireResultsOfEarlierNodes(WorkflowNode node, Map<String, Set<String>> before) {
        for (String used : NodeTemplates.nodesIn(node.template())) {
            // The templates of a workflow within speak of its own nodes.
            if (!WorkflowHandler.TYPE.equals(node.type())
                    && !before.getOrDefault(node.name(), Set.of()).contains(used)) {
                throw refused("Node %s uses the result of %s without depending on it.".formatted(node.name(), used));
            }
        }
    }

    private static void requireShallow(WorkflowNode node, JobTypes types, int depth) {
        if (depth > DEEPEST) {
            throw refused("Node %s is a workflow %d deep; %d is the deepest.".formatted(node.name(), depth, DEEPEST));
        }
        WorkflowPayload inner =
                JobJson.read(NODES + "." + node.name() + ".payload", node.template(), WorkflowPayload.class);
        of(inner).requireRunnable(types, depth);
    }

    private static void validate(WorkflowNode node, JobHandler handler) {
        try {
            handler.validate(node.template().toString());
        } catch (RejectedException e) {
            throw refused("The payload of node %s is refused: %s".formatted(node.name(), e.getMessage()));
        }
    }

    private static RejectedException refused(String why) {
        return RejectedException.invalid(NODES, why);
    }
}
