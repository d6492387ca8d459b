package io.keelson.job.type.workflow;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each node of a workflow stands, worked out from its jobs alone, so that it is the same whoever looks and how often. */
final class WorkflowStanding {
    private final Map<WorkflowNode, NodeState> states;

    private WorkflowStanding(Map<WorkflowNode, NodeState> states) {
        this.states = states;
    }

    /**
     * Works it out.
     *
     * @param children jobs by name of their node
     * @param unable nodes that can never be enqueued, because a result that they need is missing
     */
    static WorkflowStanding of(WorkflowPlan plan, Map<String, ChildJob> children, Map<String, String> unable) {
        boolean stopping = plan.workflow().failsFast()
                && (!unable.isEmpty() || children.values().stream().anyMatch(ChildJob::failed));
        Map<WorkflowNode, NodeState> states = new LinkedHashMap<>();
        Map<String, NodeState> byName = new LinkedHashMap<>();
        for (WorkflowNode node : plan.nodes()) {
            ChildJob child = children.get(node.name());
            NodeState state;
            if (child != null) {
                state = ofChild(child);
            } else if (unable.containsKey(node.name())) {
                state = NodeState.FAILED;
            } else {
                state = stopping ? NodeState.SKIPPED : ofNeeds(node, byName);
            }
            states.put(node, state);
            byName.put(node.name(), state);
        }
        return new WorkflowStanding(states);
    }

    List<WorkflowNode> in(NodeState state) {
        return states.entrySet().stream()
                .filter(node -> node.getValue() == state)
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean ended() {
        return states.values().stream().allMatch(NodeState::ended);
    }

    boolean failed() {
        return states.containsValue(NodeState.FAILED);
    }

    /** Share of the nodes that have ended, in percent. */
    int progress() {
        return (int) (100L * done() / states.size());
    }

    /** In a few words. */
    String summary() {
        Map<NodeState, Integer> counts = new EnumMap<>(NodeState.class);
        states.values().forEach(state -> counts.merge(state, 1, Integer::sum));
        return "%d of %d nodes ended, %d run, %d failed, %d skipped"
                .formatted(
                        done(),
                        states.size(),
                        counts.getOrDefault(NodeState.RUNNING, 0),
                        counts.getOrDefault(NodeState.FAILED, 0),
                        counts.getOrDefault(NodeState.SKIPPED, 0));
    }

    /** Every node with its state, in order. */
    Map<WorkflowNode, NodeState> states() {
        return states;
    }

    private long done() {
        return states.values().stream().filter(NodeState::ended).count();
    }

    private static NodeState ofChild(ChildJob child) {
        if (child.failed()) {
            return NodeState.FAILED;
        }
        return child.ended() ? NodeState.SUCCEEDED : NodeState.RUNNING;
    }

    private static NodeState ofNeeds(WorkflowNode node, Map<String, NodeState> earlier) {
        NodeState state = NodeState.READY;
        for (String need : node.needs()) {
            NodeState needed = earlier.getOrDefault(need, NodeState.WAITING);
            if (needed == NodeState.FAILED || needed == NodeState.SKIPPED) {
                return NodeState.SKIPPED;
            }
            if (needed != NodeState.SUCCEEDED) {
                state = NodeState.WAITING;
            }
        }
        return state;
    }
}
