package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/** An upgrade that was asked for will not take place; its reason stands in the metadata. */
@LogicalName("instance.upgrade-rejected")
@Revision("1")
public record UpgradeRejected(InstanceId instanceId, OperationId operationId, OperationId proposalId, String rejectedBy)
        implements InstanceEvent {}
