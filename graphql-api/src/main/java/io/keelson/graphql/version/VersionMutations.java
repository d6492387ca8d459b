package io.keelson.graphql.version;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.command.ReleaseVersion;
import io.keelson.api.version.command.WithdrawVersion;
import io.keelson.api.version.query.GetVersions;
import io.keelson.api.version.query.VersionView;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Releases and withdraws versions. Rejected with VERSION_NUMBER_TAKEN, INVALID_INPUT or VERSION_NOT_FOUND. */
@Controller
final class VersionMutations {
    private final Messages messages;
    private final Changes changes;

    VersionMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    VersionPayload releaseVersion(@Argument ReleaseVersionInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        ReleaseVersion command = input.toCommand(new VersionId(request.newId("version")));
        VersionId id = command.versionId();
        return new VersionPayload(changes.create(request, command, Changed.of("versionId", id), read(id, request)));
    }

    @MutationMapping
    WithdrawVersionPayload withdrawVersion(@Argument WithdrawVersionInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        VersionId id = VersionId.parse(input.versionId());
        messages.send(new WithdrawVersion(id), request.context());
        return new WithdrawVersionPayload(changes.await(request, Changed.of("versionId", id), read(id, request)));
    }

    private Supplier<@Nullable VersionView> read(VersionId id, Request request) {
        return () -> messages.askOne(new GetVersions(List.of(id)), VersionView.class, request.context());
    }
}
