package io.keelson.api.partner.command;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.suspension.SuspensionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Forbids a partner new tenants and new instances, and stops its instances that run. Needs a reason in the metadata.
 * Suspending a suspended partner changes nothing; a deleted one is refused with WRONG_STATE.
 *
 * @param suspensionId id that the suspension will have
 */
public record SuspendPartner(@TargetAggregateIdentifier PartnerId partnerId, SuspensionId suspensionId)
        implements PartnerCommand {}
