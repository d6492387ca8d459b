package io.keelson.graphql.operation;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.query.FindOperations;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.operation.query.OperationPage;
import io.keelson.api.operation.query.OperationView;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.message.Relations;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Reads operations and the instances they change. */
@Controller
final class OperationQueries {
    private final Messages messages;

    OperationQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    OperationView operation(@Argument String id, DataFetchingEnvironment environment) {
        OperationId operationId = InputField.read("id", id, OperationId::parse);
        RequestContext context = Request.of(environment).context();
        return messages.askOne(new GetOperations(List.of(operationId)), OperationView.class, context);
    }

    @QueryMapping
    Connection<OperationView> operations(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable OperationFilterInput filter,
            DataFetchingEnvironment environment) {
        OperationFilterInput conditions = Objects.requireNonNullElse(filter, OperationFilterInput.ALL);
        OperationPage page = messages.ask(
                new FindOperations(conditions.toFilter(), Pages.of(first, after)),
                OperationPage.class,
                Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }

    @BatchMapping(typeName = "Operation")
    Map<OperationView, InstanceView> instance(List<OperationView> operations, GraphQLContext graphQl) {
        return Relations.resolve(
                operations,
                OperationView::instanceId,
                ids -> messages.askAll(new GetInstances(ids), InstanceView.class, Request.contextOf(graphQl)),
                InstanceView::id);
    }
}
