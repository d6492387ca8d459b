package io.keelson.api.channel.command;

import io.keelson.api.channel.ChannelId;
import io.keelson.api.version.SemanticVersion;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Offers a release of a channel to nobody any more; its place is kept for it. Needs a reason in the metadata. Twice: changes
 * nothing. Rejected with CHANNEL_NOT_FOUND, or VERSION_NOT_FOUND when it never was in the channel.
 */
public record DemoteVersion(@TargetAggregateIdentifier ChannelId channelId, SemanticVersion number)
        implements ChannelCommand {}
