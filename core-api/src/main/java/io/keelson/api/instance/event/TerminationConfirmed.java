package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * An actor agreed to the termination of the instance, which another one may now ask for.
 *
 * @param operationId the operation that was accepted last; this event is of none
 * @param actorId who agreed
 */
@LogicalName("instance.termination-confirmed")
@Revision("1")
public record TerminationConfirmed(InstanceId instanceId, OperationId operationId, String actorId)
        implements InstanceEvent {}
