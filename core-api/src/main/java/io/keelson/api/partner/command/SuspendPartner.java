package io.keelson.api.partner.command;

import io.keelson.api.partner.PartnerId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Forbids a partner new tenants and new instances; running ones stay as they are. Needs a reason in the metadata.
 * Suspending a suspended partner changes nothing.
 */
public record SuspendPartner(@TargetAggregateIdentifier PartnerId partnerId) implements PartnerCommand {}
