package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import org.axonframework.serialization.Revision;

/**
 * A person lets a stopped rollout go on at its first member that has not had its turn; what failed so far is forgiven.
 *
 * @param retryFailed whether the failed members of its stage have another turn
 */
@LogicalName("rollout.restarted")
@Revision("1")
public record RolloutRestarted(RolloutId rolloutId, boolean retryFailed) implements RolloutEvent {}
