package io.keelson.api.rollout.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.SemanticVersion;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.serialization.Revision;

/**
 * It is a member's turn, but its customer must approve: the upgrade is to be proposed.
 *
 * @param operationId id that the operation will have
 * @param startedBy id of the author of the rollout
 */
@LogicalName("rollout.member-proposed")
@Revision("1")
public record RolloutMemberProposed(
        RolloutId rolloutId,
        InstanceId instanceId,
        OperationId operationId,
        SemanticVersion version,
        Set<UpgradeRule> overrides,
        String startedBy)
        implements RolloutEvent {
    public RolloutMemberProposed {
        overrides = Collections.unmodifiableSet(new TreeSet<>(overrides));
    }

    /** What the author of the rollout wants for this member. */
    public static RolloutMemberProposed of(RolloutStarted rollout, InstanceId instanceId, OperationId operationId) {
        RolloutSpec spec = rollout.spec();
        return new RolloutMemberProposed(
                rollout.rolloutId(), instanceId, operationId, spec.version(), spec.overrides(), rollout.startedBy());
    }
}
