package io.keelson.api.channel.event;

import io.keelson.api.channel.ChannelId;
import io.keelson.api.message.DomainEvent;

/** Index of what can happen to a channel. */
public sealed interface ChannelEvent extends DomainEvent permits VersionPromoted, VersionDemoted {
    ChannelId channelId();
}
