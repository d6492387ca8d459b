package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/** The instance passed its checks and serves at {@code url}. */
@LogicalName("instance.activated")
@Revision("1")
public record InstanceActivated(InstanceId instanceId, OperationId operationId, String url) implements InstanceEvent {}
