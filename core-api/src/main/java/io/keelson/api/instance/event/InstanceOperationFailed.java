package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import org.axonframework.serialization.Revision;

/**
 * An operation on a living instance failed for good.
 *
 * @param takenBack true when the instance is as it was before; otherwise nobody can say so, and it counts as failed
 */
@LogicalName("instance.operation-failed")
@Revision("1")
public record InstanceOperationFailed(
        InstanceId instanceId, OperationId operationId, StepError error, boolean takenBack) implements InstanceEvent {}
