package io.keelson.job.type.workflow;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workflow.
 *
 * @param nodes 1 to 100
 * @param onFailure FAIL_FAST unless it says something else
 * @param timeoutSeconds from the first node's enqueuing to the last one's end; a day unless it says something else, and less
 *     than ended jobs are kept, because their rows are what the workflow remembers
 */
record WorkflowPayload(
        List<WorkflowNode> nodes,
        @Nullable FailurePolicy onFailure,
        @Nullable Integer timeoutSeconds) {
    private static final int MOST_NODES = 100;
    private static final int DAY = 86_400;
    private static final int LONGEST = 5 * DAY;

    WorkflowPayload {
        nodes = List.copyOf(Require.present("payload.nodes", nodes));
        if (nodes.isEmpty() || nodes.size() > MOST_NODES) {
            throw RejectedException.invalid(
                    "payload.nodes", "There are %d nodes; a workflow has 1 to %d.".formatted(nodes.size(), MOST_NODES));
        }
        if (timeoutSeconds != null && (timeoutSeconds < 1 || timeoutSeconds > LONGEST)) {
            throw RejectedException.invalid(
                    "payload.timeoutSeconds",
                    "payload.timeoutSeconds is %d; it must be 1 to %d.".formatted(timeoutSeconds, LONGEST));
        }
    }

    boolean failsFast() {
        return onFailure != FailurePolicy.CONTINUE;
    }

    int seconds() {
        return timeoutSeconds == null ? DAY : timeoutSeconds;
    }
}
