package io.keelson.api.rollout.command;

import io.keelson.api.rollout.RolloutId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a rollout; members that had no turn have none, what is under way ends. Needs a reason in the metadata. Twice changes
 * nothing. Rejected with WRONG_STATE when it is completed.
 */
public record AbortRollout(@TargetAggregateIdentifier RolloutId rolloutId) implements RolloutCommand {}
