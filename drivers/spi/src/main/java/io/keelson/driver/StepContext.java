package io.keelson.driver;

/**
 * For what a step is run.
 *
 * @param operationId marks what the step makes
 * @param progress hears how far a long step is
 */
public record StepContext(InstanceSpec instance, String operationId, StepProgress progress) {}
