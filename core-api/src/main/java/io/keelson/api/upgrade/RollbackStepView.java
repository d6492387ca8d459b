package io.keelson.api.upgrade;

import io.keelson.api.operation.StepName;
import java.time.Duration;

/**
 * A step of a rollback, before anybody asks for it.
 *
 * @param order from 1
 * @param reversible whether it is taken back when a later one fails
 */
public record RollbackStepView(
        int order, StepName name, String description, boolean reversible, Duration estimatedDuration) {}
