package io.keelson.driver.testkit;

import java.util.UUID;

/**
 * One call of a step of the in-memory driver.
 *
 * @param removal whether the step was asked to remove, not to apply
 */
public record StepCall(UUID instanceId, DriverStepKind step, boolean removal, String operationId) {}
