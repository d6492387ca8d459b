package io.keelson.api.rollout.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import org.axonframework.serialization.Revision;

/**
 * A member has had its turn.
 *
 * @param reason in words; empty when it simply succeeded
 */
@LogicalName("rollout.member-ended")
@Revision("1")
public record RolloutMemberEnded(RolloutId rolloutId, InstanceId instanceId, MemberOutcome outcome, String reason)
        implements RolloutEvent {}
