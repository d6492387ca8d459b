package io.keelson.api.rollout.command;

import io.keelson.api.rollout.RolloutId;

/** Index of what can be asked of a rollout. Rejected with ROLLOUT_NOT_FOUND when there is no such rollout. */
public sealed interface RolloutCommand
        permits StartRollout,
                AdvanceRollout,
                RecordMemberBegan,
                RecordMemberOutcome,
                ApproveRolloutGate,
                PauseRollout,
                ResumeRollout,
                RestartRollout,
                AbortRollout {
    RolloutId rolloutId();
}
