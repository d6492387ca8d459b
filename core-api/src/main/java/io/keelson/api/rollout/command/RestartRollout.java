package io.keelson.api.rollout.command;

import io.keelson.api.rollout.RolloutId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a stopped rollout go on at its first member that has not had its turn; what failed so far no longer counts. Rejected
 * with WRONG_STATE unless it is stopped.
 *
 * @param retryFailed whether the failed members of its stage have another turn
 */
public record RestartRollout(@TargetAggregateIdentifier RolloutId rolloutId, boolean retryFailed)
        implements RolloutCommand {}
