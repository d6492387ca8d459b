package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.upgrade.UpgradeProposal;
import org.axonframework.serialization.Revision;

/** An upgrade was asked for that does not begin at once; it waits for approval, a window or a date. */
@LogicalName("instance.upgrade-proposed")
@Revision("1")
public record UpgradeProposed(InstanceId instanceId, OperationId operationId, UpgradeProposal proposal)
        implements InstanceEvent {}
