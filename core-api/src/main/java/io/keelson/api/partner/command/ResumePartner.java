package io.keelson.api.partner.command;

import io.keelson.api.partner.PartnerId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a suspended partner start new things again. Resuming an active partner changes nothing. */
public record ResumePartner(@TargetAggregateIdentifier PartnerId partnerId) implements PartnerCommand {}
