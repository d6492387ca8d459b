package io.keelson.api.rollout.query;

import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member of a rollout as last projected.
 *
 * @param number its place in the order of turns, from 0
 * @param reason why it waits, was skipped or failed; empty otherwise
 * @param until when a waiting one is asked again, or null
 * @param operationId its upgrade, or the proposal of it, or null before its turn
 */
public record RolloutMemberView(
        RolloutId rolloutId,
        RolloutMember member,
        int number,
        MemberOutcome outcome,
        String reason,
        @Nullable Instant until,
        @Nullable OperationId operationId,
        Instant updatedAt) {}
