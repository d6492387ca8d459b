package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * The instance is protected from termination, or no longer.
 *
 * @param operationId the operation that was accepted last; this event is of none
 */
@LogicalName("instance.deletion-protection-switched")
@Revision("1")
public record DeletionProtectionSwitched(InstanceId instanceId, OperationId operationId, boolean on)
        implements InstanceEvent {}
