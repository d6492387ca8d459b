package io.keelson.api.rollout.query;

import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a member of a rollout would fare.
 *
 * @param startsAt when its upgrade would begin, or null when it would not
 * @param endsAt when it would have had its turn, or null
 * @param needsApproval whether its customer must agree
 * @param reason why it would wait, be skipped or fail; empty otherwise
 */
public record PreviewedMember(
        RolloutMember member,
        MemberOutcome outcome,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        boolean needsApproval,
        String reason) {}
