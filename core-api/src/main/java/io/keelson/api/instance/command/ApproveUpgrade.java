package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Agrees to an upgrade that waits; it begins at once when nothing else is waited for. Answers with an {@link UpgradeAnswer}.
 * Twice: changes nothing. Rejected with INSTANCE_NOT_FOUND, WRONG_STATE when no such upgrade waits, CONFIRMATION_MISSING when
 * its author approves it, or UPGRADE_NOT_ELIGIBLE when it no longer is.
 *
 * @param proposalId id that the operation of the upgrade will have
 */
public record ApproveUpgrade(@TargetAggregateIdentifier InstanceId instanceId, OperationId proposalId)
        implements InstanceCommand {}
