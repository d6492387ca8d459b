package io.keelson.api.channel.event;

import io.keelson.api.channel.ChannelId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import org.axonframework.serialization.Revision;

/** A release is offered to nobody any more. */
@LogicalName("channel.version-demoted")
@Revision("1")
public record VersionDemoted(ChannelId channelId, VersionId versionId, SemanticVersion number)
        implements ChannelEvent {}
