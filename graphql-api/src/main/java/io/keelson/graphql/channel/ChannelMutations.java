package io.keelson.graphql.channel;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.command.DemoteVersion;
import io.keelson.api.channel.command.PromoteVersion;
import io.keelson.api.channel.query.ChannelView;
import io.keelson.api.channel.query.GetChannels;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Promotes and demotes releases. Rejected with the codes of the commands. */
@Controller
final class ChannelMutations {
    private final Messages messages;
    private final Changes changes;

    ChannelMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    ChannelPayload promoteVersion(@Argument PromoteVersionInput input, DataFetchingEnvironment environment) {
        PromoteVersion command = input.toCommand();
        return change(Request.of(environment), command, command.channelId());
    }

    @MutationMapping
    ChannelPayload demoteVersion(@Argument DemoteVersionInput input, DataFetchingEnvironment environment) {
        DemoteVersion command = input.toCommand();
        return change(Request.of(environment).withReason(input.reason()), command, command.channelId());
    }

    private ChannelPayload change(Request request, Object command, ChannelId id) {
        messages.send(command, request.context());
        return new ChannelPayload(changes.await(
                request,
                Changed.of("channelId", id),
                () -> messages.askOne(new GetChannels(List.of(id)), ChannelView.class, request.context())));
    }
}
