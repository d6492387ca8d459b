package io.keelson.api.rollout.query;

import io.keelson.api.query.Page;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the members of a rollout in the order of their turns; answers one {@link RolloutMemberPage}.
 *
 * @param outcome or null for any
 * @param stage from 0, or null for any
 */
public record FindRolloutMembers(
        RolloutId rolloutId,
        @Nullable MemberOutcome outcome,
        @Nullable Integer stage,
        Page page) {}
