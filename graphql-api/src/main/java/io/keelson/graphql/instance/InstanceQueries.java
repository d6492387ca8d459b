package io.keelson.graphql.instance;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.FindInstances;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceFilter;
import io.keelson.api.instance.query.InstanceOrder;
import io.keelson.api.instance.query.InstancePage;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Reads instances. */
@Controller
final class InstanceQueries {
    private final Messages messages;

    InstanceQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    InstanceView instance(@Argument String id, DataFetchingEnvironment environment) {
        InstanceId instanceId = InputField.read("id", id, InstanceId::parse);
        RequestContext context = Request.of(environment).context();
        return messages.askOne(new GetInstances(List.of(instanceId)), InstanceView.class, context);
    }

    @QueryMapping
    Connection<InstanceView> instances(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable InstanceFilterInput filter,
            @Argument @Nullable InstanceOrder orderBy,
            DataFetchingEnvironment environment) {
        FindInstances query = new FindInstances(
                filter == null ? InstanceFilter.ALL : filter.toFilter(),
                Objects.requireNonNullElse(orderBy, InstanceOrder.DEFAULT),
                Pages.of(first, after));
        InstancePage page =
                messages.ask(query, InstancePage.class, Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }
}
