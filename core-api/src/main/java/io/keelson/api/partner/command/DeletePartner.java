package io.keelson.api.partner.command;

import io.keelson.api.partner.PartnerId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a partner; its history stays. Needs a reason in the metadata. Rejected with STILL_IN_USE while it has tenants or
 * live instances. Deleting a deleted partner changes nothing.
 */
public record DeletePartner(@TargetAggregateIdentifier PartnerId partnerId) implements PartnerCommand {}
