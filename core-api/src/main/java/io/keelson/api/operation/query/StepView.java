package io.keelson.api.operation.query;

import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step as last projected.
 *
 * @param attempt number of the last try, 0 before the first
 */
public record StepView(
        StepName name,
        StepAction action,
        StepState state,
        int attempt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String message,
        @Nullable StepError error) {}
