package io.keelson.graphql.channel;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves channels. */
@Configuration(proxyBeanMethods = false)
@Import({ChannelMutations.class, ChannelQueries.class})
public class ChannelApi {}
