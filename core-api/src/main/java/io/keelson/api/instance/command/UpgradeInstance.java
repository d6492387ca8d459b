package io.keelson.api.instance.command;

import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.SemanticVersion;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks to take an instance to a newer version. It begins at once when every rule passes, else it is kept as a proposal, in place
 * of the one that waits. Answers
 * with an {@link UpgradeAnswer}; asking again with the same {@code operationId} answers the same and changes nothing. Overrides
 * need a reason in the metadata. Rejected with INSTANCE_NOT_FOUND, UPGRADE_NOT_ELIGIBLE, CONFIGURATION_NOT_ACCEPTED,
 * OPERATION_IN_PROGRESS or WRONG_STATE.
 *
 * @param operationId id that the operation will have
 * @param overrides rules to set aside
 */
public record UpgradeInstance(
        @TargetAggregateIdentifier InstanceId instanceId,
        OperationId operationId,
        SemanticVersion version,
        Set<UpgradeRule> overrides)
        implements InstanceCommand {
    public UpgradeInstance {
        overrides = Set.copyOf(overrides);
        overrides.stream().filter(rule -> !rule.overridable()).findFirst().ifPresent(rule -> {
            throw RejectedException.invalid("override", "Rule %s cannot be set aside.".formatted(rule));
        });
    }
}
