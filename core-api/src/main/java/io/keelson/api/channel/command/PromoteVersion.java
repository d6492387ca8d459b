package io.keelson.api.channel.command;

import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Offers a release to those who follow a channel; the first one opens the channel. A release that was demoted gets its old
 * place back. Twice: changes nothing. Rejected with VERSION_NOT_FOUND, or VERSION_NOT_PROVISIONABLE unless it is beta or
 * stable.
 */
public record PromoteVersion(
        @TargetAggregateIdentifier ChannelId channelId,
        ComponentName component,
        ChannelName name,
        SemanticVersion number)
        implements ChannelCommand {
    public PromoteVersion(ComponentName component, ChannelName name, SemanticVersion number) {
        this(ChannelId.of(component, name), component, name, number);
    }
}
