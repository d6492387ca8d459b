package io.keelson.api.instance.event;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * It was decided whose releases the instance is offered.
 *
 * @param channel null means every stable release of the component
 */
@LogicalName("instance.channel-set")
@Revision("1")
public record ChannelSet(
        InstanceId instanceId,
        OperationId operationId,
        @Nullable ChannelName channel) implements InstanceEvent {}
