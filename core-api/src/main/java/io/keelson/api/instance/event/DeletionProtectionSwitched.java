package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * How the instance is protected from termination was changed.
 *
 * @param operationId the operation that was accepted last; this event is of none
 * @param on whether it must not be terminated at all
 * @param secondPerson whether one actor must confirm a termination and another one ask for it
 */
@LogicalName("instance.deletion-protection-switched")
@Revision("1")
public record DeletionProtectionSwitched(
        InstanceId instanceId, OperationId operationId, boolean on, boolean secondPerson) implements InstanceEvent {}
