package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * Somebody else than its author has approved an upgrade.
 *
 * @param proposalId id that the operation of the upgrade will have
 */
@LogicalName("instance.upgrade-approved")
@Revision("1")
public record UpgradeApproved(InstanceId instanceId, OperationId operationId, OperationId proposalId, String approvedBy)
        implements InstanceEvent {}
