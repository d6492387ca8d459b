package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/** Maintenance mode of the instance is on, or off again. */
@LogicalName("instance.maintenance-switched")
@Revision("1")
public record MaintenanceSwitched(InstanceId instanceId, OperationId operationId, boolean on)
        implements InstanceEvent {}
