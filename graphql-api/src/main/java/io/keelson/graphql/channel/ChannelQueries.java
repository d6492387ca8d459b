package io.keelson.graphql.channel;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.channel.query.ChannelView;
import io.keelson.api.channel.query.GetChannels;
import io.keelson.api.version.ComponentName;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Reads channels. */
@Controller
final class ChannelQueries {
    private final Messages messages;

    ChannelQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    ChannelView releaseChannel(@Argument String component, @Argument String name, DataFetchingEnvironment environment) {
        ChannelId id = ChannelId.of(new ComponentName(component), InputField.read("name", name, ChannelName::new));
        return messages.askOne(
                new GetChannels(List.of(id)),
                ChannelView.class,
                Request.of(environment).context());
    }
}
