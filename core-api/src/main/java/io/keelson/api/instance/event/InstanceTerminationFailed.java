package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import org.axonframework.serialization.Revision;

/** Something of the instance could not be removed; a new termination may be asked for. */
@LogicalName("instance.termination-failed")
@Revision("1")
public record InstanceTerminationFailed(InstanceId instanceId, OperationId operationId, StepError error)
        implements InstanceEvent {}
