package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/** The instance is stopped; its name, place and data stay. */
@LogicalName("instance.suspended")
@Revision("1")
public record InstanceSuspended(InstanceId instanceId, OperationId operationId, SuspensionCause cause)
        implements InstanceEvent {}
