package io.keelson.api.rollout.command;

import io.keelson.api.rollout.RolloutId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Holds a rollout. Twice changes nothing. Rejected with WRONG_STATE unless it runs or is paused.
 */
public record PauseRollout(@TargetAggregateIdentifier RolloutId rolloutId) implements RolloutCommand {}
