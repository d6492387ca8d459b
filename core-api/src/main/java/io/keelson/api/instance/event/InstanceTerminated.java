package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/** Nothing of the instance is left but its history; the name is free again. */
@LogicalName("instance.terminated")
@Revision("1")
public record InstanceTerminated(InstanceId instanceId, OperationId operationId) implements InstanceEvent {}
