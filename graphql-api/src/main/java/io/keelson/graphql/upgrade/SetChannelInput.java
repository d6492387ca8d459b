package io.keelson.graphql.upgrade;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.SetChannel;
import io.keelson.graphql.input.InputField;
import org.jspecify.annotations.Nullable;

/** Whose releases an instance is offered. */
record SetChannelInput(String instanceId, @Nullable String channel) {
    SetChannel toCommand(InstanceId id) {
        return new SetChannel(id, InputField.readOptional("channel", channel, ChannelName::new));
    }
}
