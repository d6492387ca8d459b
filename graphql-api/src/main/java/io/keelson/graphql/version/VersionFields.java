package io.keelson.graphql.version;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.instance.query.FindInstancesOfVersion;
import io.keelson.api.instance.query.InstancePage;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.query.Page;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.query.VersionView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.request.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Fields of a version that are named otherwise in its view, and whom its withdrawal concerns. */
@Controller
final class VersionFields {
    private static final int MOST = 200;

    private final Messages messages;

    VersionFields(Messages messages) {
        this.messages = messages;
    }

    @SchemaMapping(typeName = "Version")
    boolean required(VersionView version) {
        return version.standing().required();
    }

    @SchemaMapping(typeName = "Version")
    SecurityDates securityDates(VersionView version) {
        return version.standing().securityDates();
    }

    @SchemaMapping(typeName = "Version")
    @Nullable
    String approvedBy(VersionView version) {
        return version.standing().approvedBy();
    }

    @SchemaMapping(typeName = "Version")
    @Nullable
    Instant approvedAt(VersionView version) {
        return version.standing().approvedAt();
    }

    @SchemaMapping(typeName = "WithdrawVersionPayload")
    Connection<InstanceView> affected(WithdrawVersionPayload payload, DataFetchingEnvironment environment) {
        VersionView version = payload.version();
        InstancePage page = messages.ask(
                new FindInstancesOfVersion(version.component(), version.number(), new Page(MOST, null)),
                InstancePage.class,
                Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), null);
    }
}
