package io.keelson.graphql.version;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.query.GetVersions;
import io.keelson.api.version.query.VersionPage;
import io.keelson.api.version.query.VersionView;
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
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.json.JsonMapper;

/** Reads versions. */
@Controller
final class VersionQueries {
    private final Messages messages;
    private final JsonMapper json = new JsonMapper();

    VersionQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    VersionView version(@Argument String id, DataFetchingEnvironment environment) {
        VersionId versionId = InputField.read("id", id, VersionId::parse);
        RequestContext context = Request.of(environment).context();
        return messages.askOne(new GetVersions(List.of(versionId)), VersionView.class, context);
    }

    @QueryMapping
    Connection<VersionView> versions(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable VersionFilterInput filter,
            DataFetchingEnvironment environment) {
        VersionFilterInput conditions = Objects.requireNonNullElse(filter, VersionFilterInput.ALL);
        VersionPage page = messages.ask(
                conditions.toQuery(Pages.of(first, after)),
                VersionPage.class,
                Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }

    @SchemaMapping(typeName = "Artifacts")
    @Nullable
    Object configurationSchema(Artifacts artifacts) {
        String schema = artifacts.configurationSchema();
        return schema == null ? null : json.readValue(schema, Object.class);
    }
}
