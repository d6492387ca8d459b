package io.keelson.api.operation;

/** One line of an operation's plan. */
public record PlannedStep(StepName name, StepAction action) {}
