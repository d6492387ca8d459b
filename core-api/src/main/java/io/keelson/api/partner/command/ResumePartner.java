package io.keelson.api.partner.command;

import io.keelson.api.partner.PartnerId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a suspended partner start new things again, and brings back what its suspension stopped. Resuming an active partner
 * changes nothing; a deleted one is refused with WRONG_STATE.
 */
public record ResumePartner(@TargetAggregateIdentifier PartnerId partnerId) implements PartnerCommand {}
