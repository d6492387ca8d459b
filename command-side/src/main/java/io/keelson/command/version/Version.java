package io.keelson.command.version;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.ChangeVersionStatus;
import io.keelson.api.version.command.ReleaseVersion;
import io.keelson.api.version.command.RequireVersion;
import io.keelson.api.version.command.SetSecurityDates;
import io.keelson.api.version.command.WithdrawVersion;
import io.keelson.api.version.event.SecurityDatesSet;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.api.version.event.VersionRequirementChanged;
import io.keelson.api.version.event.VersionStatusChanged;
import io.keelson.api.version.event.VersionWithdrawn;
import io.keelson.command.Reason;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import java.util.Objects;
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
    private boolean securityPatch;
    private @Nullable String author;
    private VersionStanding standing = VersionStanding.NONE;

    Version() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    VersionId decide(ReleaseVersion command, Claims claims, StableRule stable) {
        if (command.status() == VersionStatus.STABLE && stable.needsSecondPerson()) {
            throw new RejectedException(
                    ErrorCode.CONFIRMATION_MISSING,
                    "status",
                    "A stable release takes two people: release it as BETA, then another person makes it STABLE.");
        }
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

    @CommandHandler
    void decide(ChangeVersionStatus command, @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actorId) {
        if (status == command.status()) {
            return;
        }
        if (!status.mayBecome(command.status())) {
            throw wrongState("%s is %s and cannot become %s.".formatted(versionId, status, command.status()));
        }
        if (command.status() == VersionStatus.STABLE && Objects.equals(actorId, author)) {
            throw new RejectedException(
                    ErrorCode.CONFIRMATION_MISSING,
                    "versionId",
                    "%s was released by %s; another person must call it stable.".formatted(versionId, author));
        }
        apply(new VersionStatusChanged(versionId, status, command.status()));
    }

    @CommandHandler
    void decide(RequireVersion command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        requireNotWithdrawn();
        if (standing.required() != command.required()) {
            apply(new VersionRequirementChanged(versionId, command.required()));
        }
    }

    @CommandHandler
    void decide(SetSecurityDates command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        requireNotWithdrawn();
        if (!securityPatch) {
            throw wrongState("%s is no security patch; only those have dates.".formatted(versionId));
        }
        if (!standing.securityDates().equals(command.dates())) {
            apply(new SecurityDatesSet(versionId, command.dates()));
        }
    }

    @EventSourcingHandler
    void evolve(VersionReleased event, @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actorId) {
        versionId = event.versionId();
        status = event.status();
        securityPatch = event.securityPatch();
        author = actorId;
    }

    @EventSourcingHandler
    void evolve(VersionStatusChanged event) {
        status = event.status();
    }

    @EventSourcingHandler
    void evolve(VersionRequirementChanged event) {
        standing = standing.withRequired(event.required());
    }

    @EventSourcingHandler
    void evolve(SecurityDatesSet event) {
        standing = standing.withSecurityDates(event.dates());
    }

    @EventSourcingHandler
    void evolve(VersionWithdrawn event) {
        status = VersionStatus.WITHDRAWN;
    }

    private void requireNotWithdrawn() {
        if (status == VersionStatus.WITHDRAWN) {
            throw wrongState("%s is withdrawn; nothing of it can be changed any more.".formatted(versionId));
        }
    }

    private static RejectedException wrongState(String message) {
        return new RejectedException(ErrorCode.WRONG_STATE, "versionId", message);
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
