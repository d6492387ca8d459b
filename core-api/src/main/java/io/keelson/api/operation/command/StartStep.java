package io.keelson.api.operation.command;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Starts a try of a step. Ignored when the operation is over, or when this try or a later one was already started.
 *
 * @param delay how long to wait before the try runs
 */
public record StartStep(@TargetAggregateIdentifier OperationId operationId, StepAttempt attempt, Duration delay)
        implements OperationCommand {}
