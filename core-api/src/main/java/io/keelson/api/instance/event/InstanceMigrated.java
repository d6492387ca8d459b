package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * The instance runs in another region, and nothing of it is left in the one before.
 *
 * @param configuration with the new region and the regions that its data may rest in
 * @param url where it serves; empty when it listens nowhere
 */
@LogicalName("instance.migrated")
@Revision("1")
public record InstanceMigrated(
        InstanceId instanceId, OperationId operationId, InstanceConfiguration configuration, String url)
        implements InstanceEvent {}
