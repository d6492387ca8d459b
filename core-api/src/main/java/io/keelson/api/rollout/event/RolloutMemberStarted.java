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
 * It is a member's turn, and its upgrade is asked for or has begun.
 *
 * @param startedBy id of the author of the rollout
 */
@LogicalName("rollout.member-started")
@Revision("1")
public record RolloutMemberStarted(
        RolloutId rolloutId,
        InstanceId instanceId,
        OperationId operationId,
        SemanticVersion version,
        Set<UpgradeRule> overrides,
        String startedBy)
        implements RolloutEvent {
    public RolloutMemberStarted {
        overrides = Collections.unmodifiableSet(new TreeSet<>(overrides));
    }

    /** What the author of the rollout wants for this member. */
    public static RolloutMemberStarted of(RolloutStarted rollout, InstanceId instanceId, OperationId operationId) {
        RolloutSpec spec = rollout.spec();
        return new RolloutMemberStarted(
                rollout.rolloutId(), instanceId, operationId, spec.version(), spec.overrides(), rollout.startedBy());
    }
}
