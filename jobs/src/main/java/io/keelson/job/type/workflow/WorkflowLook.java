package io.keelson.job.type.workflow;

import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.NewJob;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.type.JobJson;
import io.keelson.job.type.JobTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One look at a workflow: enqueues what can begin, cancels what need not go on, and says where everything stands. */
final class WorkflowLook {
    private final WorkflowJobs jobs;
    private final NodeJobs nodeJobs;
    private final JobQueue queue;
    private final ChildCancellation cancellation;

    WorkflowLook(WorkflowJobs jobs, JobTypes types, JobQueue queue, ChildCancellation cancellation) {
        this.jobs = jobs;
        this.nodeJobs = new NodeJobs(types);
        this.queue = queue;
        this.cancellation = cancellation;
    }

    /** In a transaction that has locked the workflow. Twice: the second finds what the first has enqueued. */
    Seen look(RunningJob workflow, WorkflowPlan plan) {
        Map<String, ChildJob> children = jobs.children(workflow.id());
        Map<String, String> unable = new HashMap<>();
        WorkflowStanding standing = WorkflowStanding.of(plan, children, unable);
        Map<WorkflowNode, NewJob> ready = ready(workflow, standing, children, unable);
        if (!unable.isEmpty()) {
            standing = WorkflowStanding.of(plan, children, unable);
            ready.keySet().retainAll(standing.in(NodeState.READY));
        }
        for (Map.Entry<WorkflowNode, NewJob> node : ready.entrySet()) {
            queue.enqueue(node.getValue());
            workflow.log("Node %s begins".formatted(node.getKey().name()));
        }
        if (standing.failed() && plan.workflow().failsFast()) {
            cancelRunning(standing, children);
        }
        return new Seen(standing, children, unable, !ready.isEmpty());
    }

    /** Cancels every job that has not ended. */
    void cancelAll(RunningJob workflow) {
        jobs.children(workflow.id()).values().stream()
                .filter(child -> !child.ended())
                .forEach(child -> cancellation.cancel(child.id()));
    }

    private Map<WorkflowNode, NewJob> ready(
            RunningJob workflow,
            WorkflowStanding standing,
            Map<String, ChildJob> children,
            Map<String, String> unable) {
        List<WorkflowNode> nodes = standing.in(NodeState.READY);
        Map<String, JsonNode> results = results(nodes, children);
        Map<WorkflowNode, NewJob> ready = new HashMap<>();
        for (WorkflowNode node : nodes) {
            try {
                ready.put(node, nodeJobs.job(workflow, node, results));
            } catch (NodeJobs.UnableNode reason) {
                unable.put(node.name(), String.valueOf(reason.getMessage()));
            }
        }
        return ready;
    }

    private Map<String, JsonNode> results(List<WorkflowNode> nodes, Map<String, ChildJob> children) {
        Set<String> wanted = new HashSet<>();
        nodes.forEach(node -> wanted.addAll(NodeTemplates.nodesIn(node.template())));
        Map<String, UUID> ids = new HashMap<>();
        for (String name : wanted) {
            ChildJob child = children.get(name);
            if (child != null) {
                ids.put(name, child.id());
            }
        }
        Map<UUID, JsonNode> byId = jobs.results(ids.values());
        Map<String, JsonNode> results = new HashMap<>();
        ids.forEach((name, id) -> results.put(name, byId.getOrDefault(id, JobJson.MAPPER.nullNode())));
        return results;
    }

    private void cancelRunning(WorkflowStanding standing, Map<String, ChildJob> children) {
        for (WorkflowNode node : standing.in(NodeState.RUNNING)) {
            ChildJob child = children.get(node.name());
            if (child != null) {
                cancellation.cancel(child.id());
            }
        }
    }

    /**
     * What was seen.
     *
     * @param unable nodes whose jobs cannot be made, with the reason
     * @param begun whether a job was enqueued
     */
    record Seen(WorkflowStanding standing, Map<String, ChildJob> children, Map<String, String> unable, boolean begun) {}
}
