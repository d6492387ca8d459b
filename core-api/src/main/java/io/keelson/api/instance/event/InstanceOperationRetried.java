package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/** A failed operation goes on from the steps that failed; until its end the instance takes no other. */
@LogicalName("instance.operation-retried")
@Revision("1")
public record InstanceOperationRetried(InstanceId instanceId, OperationId operationId) implements InstanceEvent {}
