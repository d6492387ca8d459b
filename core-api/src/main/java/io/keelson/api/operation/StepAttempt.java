package io.keelson.api.operation;

/**
 * One try of one step.
 *
 * @param number counts all tries of the step in its operation from 1, in both directions, so operation, step and number
 *     together are unique
 */
public record StepAttempt(StepName step, StepAction action, int number) {}
