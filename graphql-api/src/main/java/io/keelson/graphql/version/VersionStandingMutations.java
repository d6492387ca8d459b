package io.keelson.graphql.version;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.command.ChangeVersionStatus;
import io.keelson.api.version.command.RequireVersion;
import io.keelson.api.version.command.SetSecurityDates;
import io.keelson.api.version.query.GetVersions;
import io.keelson.api.version.query.VersionView;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Decides about releases that are known. Rejected with the codes of the commands. */
@Controller
final class VersionStandingMutations {
    private final Messages messages;
    private final Changes changes;

    VersionStandingMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    VersionPayload changeVersionStatus(@Argument ChangeVersionStatusInput input, DataFetchingEnvironment environment) {
        VersionId id = VersionId.parse(input.versionId());
        return change(Request.of(environment), id, new ChangeVersionStatus(id, input.status()));
    }

    @MutationMapping
    VersionPayload requireVersion(@Argument RequireVersionInput input, DataFetchingEnvironment environment) {
        VersionId id = VersionId.parse(input.versionId());
        return change(Request.of(environment).withReason(input.reason()), id, new RequireVersion(id, input.required()));
    }

    @MutationMapping
    VersionPayload setSecurityDates(@Argument SetSecurityDatesInput input, DataFetchingEnvironment environment) {
        VersionId id = VersionId.parse(input.versionId());
        return change(Request.of(environment).withReason(input.reason()), id, new SetSecurityDates(id, input.dates()));
    }

    private VersionPayload change(Request request, VersionId id, Object command) {
        messages.send(command, request.context());
        return new VersionPayload(changes.await(
                request,
                Changed.of("versionId", id),
                () -> messages.askOne(new GetVersions(List.of(id)), VersionView.class, request.context())));
    }
}
