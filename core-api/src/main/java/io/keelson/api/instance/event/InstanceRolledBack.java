package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * The last upgrade of the instance was taken back.
 *
 * @param before the instance as it was after that upgrade
 * @param url where it serves; empty when it listens nowhere
 */
@LogicalName("instance.rolled-back")
@Revision("1")
public record InstanceRolledBack(
        InstanceId instanceId,
        OperationId operationId,
        InstanceBlueprint before,
        InstanceBlueprint blueprint,
        String url)
        implements InstanceEvent {}
