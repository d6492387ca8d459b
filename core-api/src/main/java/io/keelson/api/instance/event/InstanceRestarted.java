package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * The workload was started again and answers.
 *
 * @param healed whether Keelson did it by itself because the workload had died; otherwise somebody asked for it
 */
@LogicalName("instance.restarted")
@Revision("1")
public record InstanceRestarted(InstanceId instanceId, OperationId operationId, boolean healed, String url)
        implements InstanceEvent {}
