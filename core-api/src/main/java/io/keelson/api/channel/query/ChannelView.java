package io.keelson.api.channel.query;

import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.version.ComponentName;
import java.time.Instant;
import java.util.List;

/**
 * A channel as last projected.
 *
 * @param entries in the order of their sequence
 */
public record ChannelView(
        ChannelId id,
        ComponentName component,
        ChannelName name,
        List<ChannelEntry> entries,
        Instant createdAt,
        Instant updatedAt) {}
