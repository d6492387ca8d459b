package io.keelson.api.channel.command;

/** Index of what can be asked of a channel. */
public sealed interface ChannelCommand permits PromoteVersion, DemoteVersion {}
