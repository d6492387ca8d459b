package io.keelson.api.channel.query;

import io.keelson.api.channel.ChannelId;
import java.util.List;

/** Asks for channels by id; answers a list of {@link ChannelView} in no order, unknown ids left out. */
public record GetChannels(List<ChannelId> ids) {}
