package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/** The instance is to be removed; its terminating operation follows. */
@LogicalName("instance.termination-requested")
@Revision("1")
public record InstanceTerminationRequested(InstanceId instanceId, OperationId operationId, InstanceBlueprint blueprint)
        implements InstanceEvent {}
