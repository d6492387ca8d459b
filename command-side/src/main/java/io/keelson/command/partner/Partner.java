package io.keelson.command.partner;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.command.RegisterPartner;
import io.keelson.api.partner.command.ResumePartner;
import io.keelson.api.partner.command.SuspendPartner;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerResumed;
import io.keelson.api.partner.event.PartnerSuspended;
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

/** An organisation that deploys the platform for its clients. */
@Aggregate(type = "partner")
class Partner {
    @AggregateIdentifier
    private PartnerId partnerId;

    private PartnerStatus status;

    Partner() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    PartnerId decide(RegisterPartner command, Claims claims) {
        String owner = command.partnerId().toString();
        if (claims.claim(new ClaimKey(ClaimKind.PARTNER_NAME, command.name().value()), owner)) {
            claims.claim(new ClaimKey(ClaimKind.PARTNER_EMAIL, command.email().value()), owner);
            apply(new PartnerRegistered(command.partnerId(), command.name(), command.email()));
        }
        return command.partnerId();
    }

    @CommandHandler
    void decide(SuspendPartner command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (status != PartnerStatus.SUSPENDED) {
            apply(new PartnerSuspended(partnerId));
        }
    }

    @CommandHandler
    void decide(ResumePartner command) {
        if (status != PartnerStatus.ACTIVE) {
            apply(new PartnerResumed(partnerId));
        }
    }

    @EventSourcingHandler
    void evolve(PartnerRegistered event) {
        partnerId = event.partnerId();
        status = PartnerStatus.ACTIVE;
    }

    @EventSourcingHandler
    void evolve(PartnerSuspended event) {
        status = PartnerStatus.SUSPENDED;
    }

    @EventSourcingHandler
    void evolve(PartnerResumed event) {
        status = PartnerStatus.ACTIVE;
    }
}
