package io.keelson.graphql.rollout;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.query.FindRollouts;
import io.keelson.api.rollout.query.GetRollouts;
import io.keelson.api.rollout.query.RolloutPage;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.api.version.ComponentName;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Reads rollouts. */
@Controller
final class RolloutQueries {
    private final Messages messages;

    RolloutQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    RolloutView rollout(@Argument String id, DataFetchingEnvironment environment) {
        RolloutId rolloutId = InputField.read("id", id, RolloutId::parse);
        return messages.askOne(
                new GetRollouts(List.of(rolloutId)),
                RolloutView.class,
                Request.of(environment).context());
    }

    @QueryMapping
    Connection<RolloutView> rollouts(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable RolloutState state,
            @Argument @Nullable String component,
            DataFetchingEnvironment environment) {
        FindRollouts query = new FindRollouts(
                state, InputField.readOptional("component", component, ComponentName::new), Pages.of(first, after));
        RolloutPage page =
                messages.ask(query, RolloutPage.class, Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }
}
