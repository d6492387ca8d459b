package io.keelson.api.rollout.query;

import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rollout as last projected.
 *
 * @param size how many members it has
 * @param stage the stage that is worked on, from 0
 * @param soakUntil until when that stage soaks, or null while it does not
 * @param reason why it has stopped or was aborted, or empty
 * @param waitingGates places that wait for somebody's approval
 * @param outcomes how many members there are of each outcome; outcomes of none are left out
 */
public record RolloutView(
        RolloutId id,
        RolloutSpec spec,
        RolloutState state,
        int size,
        int stage,
        @Nullable Instant soakUntil,
        String reason,
        List<RolloutPlace> waitingGates,
        Map<MemberOutcome, Integer> outcomes,
        Instant createdAt,
        Instant updatedAt,
        String createdBy) {}
