package io.keelson.saga.step;

import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;

/** A step that failed for good while the operation went on. */
public record GivenUp(StepName step, StepError error) {}
