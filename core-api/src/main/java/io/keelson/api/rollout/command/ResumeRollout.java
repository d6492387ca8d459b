package io.keelson.api.rollout.command;

import io.keelson.api.rollout.RolloutId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a paused rollout go on. Rejected with WRONG_STATE unless it is paused or runs.
 */
public record ResumeRollout(@TargetAggregateIdentifier RolloutId rolloutId) implements RolloutCommand {}
