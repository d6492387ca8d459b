package io.keelson.job.step;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import io.keelson.job.queue.NewJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The payload of the job that runs one try of a step.
 *
 * @param metadata who and what caused it, under the keys of {@link RequestContext}
 */
record StepJob(OperationId operationId, StepAttempt attempt, Map<String, String> metadata) {
    static final String TYPE = "operation-step";

    private static final String QUEUE = "provisioning";
    /** Somebody waits for it. */
    private static final int PRIORITY = 8;

    private static final Duration BACKOFF = Duration.ofMillis(500);

    StepJob {
        metadata = Map.copyOf(metadata);
    }

    /** The same for the same try, and only for it. */
    String key() {
        return key(operationId, attempt);
    }

    static String key(OperationId operation, StepAttempt attempt) {
        return "%s:%s:%d".formatted(operation, attempt.step(), attempt.number());
    }

    /** The context of the commands that report the outcome: Keelson acts, on behalf of the request that began it all. */
    RequestContext context() {
        String requestId = metadata.getOrDefault(RequestContext.REQUEST_ID, operationId.toString());
        return RequestContext.system(requestId).withReason(metadata.get(RequestContext.REASON));
    }

    NewJob toJob(InstanceBlueprint blueprint, @Nullable Instant runAt) {
        return NewJob.of(TYPE, StepJson.write(this))
                .withQueue(QUEUE)
                .withPriority(PRIORITY)
                .withRunAt(runAt)
                .withTimeout(StepTimeouts.of(attempt, blueprint))
                .withBackoff(BACKOFF)
                .withUniqueKey(key());
    }
}
