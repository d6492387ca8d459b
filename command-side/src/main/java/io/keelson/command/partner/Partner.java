package io.keelson.command.partner;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.command.DeletePartner;
import io.keelson.api.partner.command.RegisterPartner;
import io.keelson.api.partner.command.ResumePartner;
import io.keelson.api.partner.command.SuspendPartner;
import io.keelson.api.partner.command.UpdatePartner;
import io.keelson.api.partner.event.PartnerDeleted;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerResumed;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.partner.event.PartnerUpdated;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.command.Reason;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.StillInUse;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An organisation that deploys the platform for its clients. */
@Aggregate(type = "partner")
class Partner {
    @AggregateIdentifier
    private PartnerId partnerId;

    private PartnerName name;
    private EmailAddress email;
    private PartnerStatus status;
    private @Nullable SuspensionId suspensionId;

    Partner() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    PartnerId decide(RegisterPartner command, Claims claims) {
        String owner = command.partnerId().toString();
        if (claims.claim(claimOf(command.name()), owner)) {
            claims.claim(claimOf(command.email()), owner);
            apply(new PartnerRegistered(command.partnerId(), command.name(), command.email()));
        }
        return command.partnerId();
    }

    @CommandHandler
    void decide(UpdatePartner command, Claims claims) {
        requireNotDeleted();
        PartnerName newName = command.name() == null ? name : command.name();
        EmailAddress newEmail = command.email() == null ? email : command.email();
        if (newName.equals(name) && newEmail.equals(email)) {
            return;
        }
        // All claims in their order before any release: then two updates never wait for each other.
        claims.claim(claimOf(newName), partnerId.toString());
        claims.claim(claimOf(newEmail), partnerId.toString());
        releaseUnless(claimOf(newName), claimOf(name), claims);
        releaseUnless(claimOf(newEmail), claimOf(email), claims);
        apply(new PartnerUpdated(partnerId, newName, newEmail));
    }

    @CommandHandler
    void decide(SuspendPartner command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        requireNotDeleted();
        if (status != PartnerStatus.SUSPENDED) {
            apply(new PartnerSuspended(partnerId, command.suspensionId()));
        }
    }

    @CommandHandler
    void decide(ResumePartner command) {
        requireNotDeleted();
        if (status != PartnerStatus.ACTIVE) {
            apply(new PartnerResumed(partnerId, suspensionId));
        }
    }

    @CommandHandler
    void decide(
            DeletePartner command,
            Claims claims,
            Directory directory,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (status != PartnerStatus.DELETED) {
            StillInUse.refuse(directory, partnerId);
            claims.release(claimOf(name), partnerId.toString());
            claims.release(claimOf(email), partnerId.toString());
            apply(new PartnerDeleted(partnerId));
        }
    }

    @EventSourcingHandler
    void evolve(PartnerRegistered event) {
        partnerId = event.partnerId();
        name = event.name();
        email = event.email();
        status = PartnerStatus.ACTIVE;
    }

    @EventSourcingHandler
    void evolve(PartnerUpdated event) {
        name = event.name();
        email = event.email();
    }

    @EventSourcingHandler
    void evolve(PartnerSuspended event) {
        status = PartnerStatus.SUSPENDED;
        suspensionId = event.suspensionId();
    }

    @EventSourcingHandler
    void evolve(PartnerResumed event) {
        status = PartnerStatus.ACTIVE;
        suspensionId = null;
    }

    @EventSourcingHandler
    void evolve(PartnerDeleted event) {
        status = PartnerStatus.DELETED;
    }

    private void requireNotDeleted() {
        if (status == PartnerStatus.DELETED) {
            throw new RejectedException(
                    ErrorCode.WRONG_STATE,
                    "partnerId",
                    "%s is deleted; nothing of it can be changed any more.".formatted(partnerId));
        }
    }

    private void releaseUnless(ClaimKey kept, ClaimKey old, Claims claims) {
        if (!kept.equals(old)) {
            claims.release(old, partnerId.toString());
        }
    }

    private static ClaimKey claimOf(PartnerName name) {
        return new ClaimKey(ClaimKind.PARTNER_NAME, name.value());
    }

    private static ClaimKey claimOf(EmailAddress email) {
        return new ClaimKey(ClaimKind.PARTNER_EMAIL, email.value());
    }
}
