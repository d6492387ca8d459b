package io.keelson.api.operation.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation as last projected.
 *
 * @param progress 0 to 100: share of the steps that are done, or taken back while rolling back
 * @param message what is going on, in one sentence
 * @param changes what it changes of its instance, with the values before and after; empty when it changes nothing
 */
public record OperationView(
        OperationId id,
        InstanceId instanceId,
        OperationKind kind,
        OperationState state,
        int progress,
        String message,
        List<StepView> steps,
        List<BlueprintChange> changes,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String createdBy) {}
