package io.keelson.command.version;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.ReleaseVersion;
import io.keelson.api.version.command.WithdrawVersion;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.api.version.event.VersionWithdrawn;
import io.keelson.command.Reason;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One release of a component. */
@Aggregate(type = "version")
class Version {
    @AggregateIdentifier
    private VersionId versionId;

    private VersionStatus status;

    Version() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    VersionId decide(ReleaseVersion command, Claims claims) {
        String schema = command.artifacts().configurationSchema();
        if (schema != null) {
            SettingsSchema.of(schema);
        }
        ClaimKey number = new ClaimKey(ClaimKind.VERSION_NUMBER, command.component() + "/" + command.number());
        if (claims.claim(number, command.versionId().toString())) {
            apply(released(command));
        }
        return command.versionId();
    }

    @CommandHandler
    void decide(WithdrawVersion command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (status != VersionStatus.WITHDRAWN) {
            apply(new VersionWithdrawn(versionId));
        }
    }

    @EventSourcingHandler
    void evolve(VersionReleased event) {
        versionId = event.versionId();
        status = event.status();
    }

    @EventSourcingHandler
    void evolve(VersionWithdrawn event) {
        status = VersionStatus.WITHDRAWN;
    }

    private static VersionReleased released(ReleaseVersion command) {
        return new VersionReleased(
                command.versionId(),
                command.component(),
                command.type(),
                command.number(),
                command.status(),
                command.changelog(),
                command.breaking(),
                command.securityPatch(),
                command.dependencies(),
                command.artifacts());
    }
}
