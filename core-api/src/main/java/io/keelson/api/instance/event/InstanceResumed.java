package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * The instance serves again.
 *
 * @param cause the cause of the suspension that is over
 * @param url where it serves; empty when it listens nowhere
 */
@LogicalName("instance.resumed")
@Revision("1")
public record InstanceResumed(InstanceId instanceId, OperationId operationId, SuspensionCause cause, String url)
        implements InstanceEvent {}
