package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Refuses, or takes back, an upgrade that waits. Needs a reason in the metadata. Rejected with INSTANCE_NOT_FOUND, or WRONG_STATE
 * when no such upgrade waits.
 *
 * @param proposalId id that the operation of the upgrade would have had
 */
public record RejectUpgrade(@TargetAggregateIdentifier InstanceId instanceId, OperationId proposalId)
        implements InstanceCommand {}
