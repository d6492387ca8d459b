package io.keelson.graphql.channel;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.channel.command.PromoteVersion;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.graphql.input.InputField;

/** Which release to offer in which channel. */
record PromoteVersionInput(String component, String channel, String number) {
    PromoteVersion toCommand() {
        return new PromoteVersion(
                new ComponentName(component),
                new ChannelName(channel),
                InputField.read("number", number, SemanticVersion::new));
    }
}
