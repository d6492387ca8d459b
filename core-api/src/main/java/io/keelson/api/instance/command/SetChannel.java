package io.keelson.api.instance.command;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.instance.InstanceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Says whose releases an instance is offered. Twice: changes nothing. Rejected with INSTANCE_NOT_FOUND, CHANNEL_NOT_FOUND, or
 * WRONG_STATE when it is terminated or on its way there.
 *
 * @param channel null means every stable release of the component
 */
public record SetChannel(
        @TargetAggregateIdentifier InstanceId instanceId,
        @Nullable ChannelName channel) implements InstanceCommand {}
