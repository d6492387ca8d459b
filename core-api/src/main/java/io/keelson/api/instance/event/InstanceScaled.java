package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.Resources;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/** The instance may use more, or less, than before. */
@LogicalName("instance.scaled")
@Revision("1")
public record InstanceScaled(InstanceId instanceId, OperationId operationId, Resources resources)
        implements InstanceEvent {}
