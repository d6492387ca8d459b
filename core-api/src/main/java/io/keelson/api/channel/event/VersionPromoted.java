package io.keelson.api.channel.event;

import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.message.LogicalName;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import org.axonframework.serialization.Revision;

/**
 * A release is offered to those who follow the channel, for the first time or again.
 *
 * @param sequence its place, the same every time
 */
@LogicalName("channel.version-promoted")
@Revision("1")
public record VersionPromoted(
        ChannelId channelId,
        ComponentName component,
        ChannelName name,
        VersionId versionId,
        SemanticVersion number,
        int sequence)
        implements ChannelEvent {}
