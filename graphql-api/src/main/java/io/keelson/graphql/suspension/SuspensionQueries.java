package io.keelson.graphql.suspension;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.suspension.query.FindHolds;
import io.keelson.api.suspension.query.GetSuspensions;
import io.keelson.api.suspension.query.HoldPage;
import io.keelson.api.suspension.query.HoldView;
import io.keelson.api.suspension.query.SuspensionView;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.message.Relations;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Reads suspensions and what they have come to for each instance. */
@Controller
final class SuspensionQueries {
    private final Messages messages;

    SuspensionQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    SuspensionView suspension(@Argument String id, DataFetchingEnvironment environment) {
        SuspensionId suspensionId = InputField.read("id", id, SuspensionId::parse);
        return messages.askOne(
                new GetSuspensions(List.of(suspensionId)),
                SuspensionView.class,
                Request.of(environment).context());
    }

    @SchemaMapping(typeName = "Suspension")
    String ownerId(SuspensionView suspension) {
        return suspension.owner().value();
    }

    @SchemaMapping(typeName = "Suspension")
    Connection<HoldView> instances(
            SuspensionView suspension,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable HoldOutcome outcome,
            DataFetchingEnvironment environment) {
        HoldPage page = messages.ask(
                new FindHolds(suspension.id(), outcome, Pages.of(first, after)),
                HoldPage.class,
                Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }

    @BatchMapping(typeName = "SuspendedInstance")
    Map<HoldView, InstanceView> instance(List<HoldView> holds, GraphQLContext graphQl) {
        return Relations.resolve(
                holds,
                HoldView::instanceId,
                ids -> messages.askAll(new GetInstances(ids), InstanceView.class, Request.contextOf(graphQl)),
                InstanceView::id);
    }
}
