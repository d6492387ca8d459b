package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.upgrade.AutoApproval;
import org.axonframework.serialization.Revision;

/** It was decided who decides that the instance is upgraded. */
@LogicalName("instance.update-policy-set")
@Revision("1")
public record UpdatePolicySet(
        InstanceId instanceId, OperationId operationId, UpdatePolicy policy, AutoApproval autoApproval)
        implements InstanceEvent {}
