package io.keelson.api.partner.command;

import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a partner known. Rejected with NAME_TAKEN or EMAIL_TAKEN. */
public record RegisterPartner(@TargetAggregateIdentifier PartnerId partnerId, PartnerName name, EmailAddress email)
        implements PartnerCommand {}
