package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.SemanticVersion;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives an instance its turn in a rollout: the upgrade begins when every rule passes, else nothing is changed. Answers with an
 * {@link UpgradeAnswer}; asking again once it has begun answers the same. Rejected with INSTANCE_NOT_FOUND, UPGRADE_NOT_ELIGIBLE
 * or CONFIGURATION_NOT_ACCEPTED.
 *
 * @param operationId id that the operation will have
 * @param overrides rules that the author of the rollout has set aside
 * @param startedBy id of that author
 */
public record StartRolloutUpgrade(
        @TargetAggregateIdentifier InstanceId instanceId,
        OperationId operationId,
        RolloutId rolloutId,
        SemanticVersion version,
        Set<UpgradeRule> overrides,
        String startedBy)
        implements InstanceCommand {
    public StartRolloutUpgrade {
        overrides = Set.copyOf(overrides);
    }
}
