package io.keelson.graphql.channel;

import io.keelson.api.channel.query.ChannelView;

/** The channel that a mutation changed. */
record ChannelPayload(ChannelView channel) {}
