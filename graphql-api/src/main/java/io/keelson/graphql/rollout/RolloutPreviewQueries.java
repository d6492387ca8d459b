package io.keelson.graphql.rollout;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.query.PreviewRollout;
import io.keelson.api.rollout.query.RolloutPreview;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Says how rollouts would go. */
@Controller
final class RolloutPreviewQueries {
    private final Messages messages;
    private final Clock clock;

    RolloutPreviewQueries(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @QueryMapping
    PreviewAnswer previewRollout(@Argument PreviewRolloutInput input, DataFetchingEnvironment environment) {
        PreviewRollout query = input.toQuery(clock.instant());
        return new PreviewAnswer(
                query.spec(),
                messages.ask(
                        query, RolloutPreview.class, Request.of(environment).context()));
    }

    @SchemaMapping(typeName = "RolloutPreview")
    Connection<PreviewedNode> members(
            PreviewAnswer preview,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable MemberOutcome outcome) {
        return preview.members(Pages.of(first, after), outcome);
    }
}
