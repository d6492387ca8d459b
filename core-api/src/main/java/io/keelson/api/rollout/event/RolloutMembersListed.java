package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.version.SemanticVersion;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * These instances belong to the rollout, in the order of their turns.
 *
 * @param version what the rollout brings
 */
@LogicalName("rollout.members-listed")
@Revision("1")
public record RolloutMembersListed(RolloutId rolloutId, SemanticVersion version, List<RolloutMember> members)
        implements RolloutEvent {
    public RolloutMembersListed {
        members = List.copyOf(members);
    }
}
