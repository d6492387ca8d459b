package io.keelson.api.rollout.event;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.rollout.RolloutId;

/** Index of what can happen to a rollout. */
public sealed interface RolloutEvent extends DomainEvent
        permits RolloutStarted,
                RolloutMembersListed,
                RolloutGateReached,
                RolloutGateApproved,
                RolloutStageOpened,
                RolloutMemberStarted,
                RolloutMemberProposed,
                RolloutMemberDeferred,
                RolloutMemberEnded,
                RolloutSoakStarted,
                RolloutStageCompleted,
                RolloutStopped,
                RolloutPaused,
                RolloutResumed,
                RolloutRestarted,
                RolloutAborted,
                RolloutCompleted {
    RolloutId rolloutId();
}
