package io.keelson.job.type.workflow;

import io.keelson.api.error.RejectedException;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobOrigin;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.NewJob;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.type.JobTypes;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes the jobs of nodes. */
final class NodeJobs {
    private static final int MOST_CHARACTERS = 256 * 1024;

    private final JobTypes types;

    NodeJobs(JobTypes types) {
        this.types = types;
    }

    /**
     * The job of a node that can begin, with the workflow's owner.
     *
     * @param results of the nodes that the payload names
     * @throws UnableNode when there is no such job
     */
    NewJob job(RunningJob workflow, WorkflowNode node, Map<String, JsonNode> results) throws UnableNode {
        JobHandler handler = types.find(node.type()).orElseThrow(() -> new UnableNode("its type is unknown"));
        String payload = payload(node, results);
        try {
            handler.validate(payload);
        } catch (RejectedException refused) {
            throw new UnableNode("its payload is refused: " + refused.getMessage());
        }
        NewJob job = NewJob.of(node.type(), payload, handler.defaults())
                .withOwner(new JobOwner(workflow.tenantId(), workflow.instanceId(), workflow.createdBy()))
                .withOrigin(JobOrigin.parent(workflow.id()))
                .withUniqueKey(WorkflowJobs.key(workflow.id(), node.name()));
        NewJob urgent = node.priority() == null ? job : job.withPriority(node.priority());
        return node.maxAttempts() == null ? urgent : urgent.withMaxAttempts(node.maxAttempts());
    }

    private static String payload(WorkflowNode node, Map<String, JsonNode> results) throws UnableNode {
        if (WorkflowHandler.TYPE.equals(node.type())) {
            return node.template().toString();
        }
        try {
            String payload = NodeTemplates.fill(node.template(), results).toString();
            if (payload.length() > MOST_CHARACTERS) {
                throw new UnableNode("its payload has more than %d characters".formatted(MOST_CHARACTERS));
            }
            return payload;
        } catch (NodeTemplates.UnresolvedTemplate missing) {
            throw new UnableNode(String.valueOf(missing.getMessage()));
        }
    }

    /** A node whose job cannot be made, with the reason. */
    static final class UnableNode extends Exception {
        UnableNode(String reason) {
            super(reason);
        }
    }
}
