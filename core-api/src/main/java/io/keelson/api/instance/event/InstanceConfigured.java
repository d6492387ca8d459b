package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;

/**
 * The instance runs with a new configuration.
 *
 * @param url where it serves; empty when it listens nowhere
 */
@LogicalName("instance.configured")
@Revision("1")
public record InstanceConfigured(
        InstanceId instanceId, OperationId operationId, InstanceConfiguration configuration, String url)
        implements InstanceEvent {}
