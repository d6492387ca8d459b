package io.keelson.api.channel;

import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;

/**
 * A release in a channel.
 *
 * @param sequence place in the channel, from 1, given once and never to another release
 * @param offered false after it was demoted: those who have it keep it, nobody else gets it
 */
public record ChannelEntry(VersionId versionId, SemanticVersion number, int sequence, boolean offered) {
    public ChannelEntry withOffered(boolean now) {
        return new ChannelEntry(versionId, number, sequence, now);
    }
}
