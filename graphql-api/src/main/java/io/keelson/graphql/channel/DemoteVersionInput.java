package io.keelson.graphql.channel;

import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.channel.command.DemoteVersion;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.graphql.input.InputField;

/** Which release to offer in a channel no longer, and why. */
record DemoteVersionInput(String component, String channel, String number, String reason) {
    DemoteVersion toCommand() {
        return new DemoteVersion(
                ChannelId.of(new ComponentName(component), new ChannelName(channel)),
                InputField.read("number", number, SemanticVersion::new));
    }
}
