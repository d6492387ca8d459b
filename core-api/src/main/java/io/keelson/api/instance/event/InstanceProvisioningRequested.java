package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/** A new instance was accepted; its name is taken and its provisioning operation follows. */
@LogicalName("instance.provisioning-requested")
@Revision("1")
public record InstanceProvisioningRequested(
        InstanceId instanceId, OperationId operationId, UpdatePolicy updatePolicy, InstanceBlueprint blueprint)
        implements InstanceEvent {}
