package io.keelson.api.partner.command;

import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes what a partner is called. Rejected with NAME_TAKEN, EMAIL_TAKEN, or WRONG_STATE when it is deleted. Asking for
 * what is so already changes nothing.
 *
 * @param name the new name, or null to keep the old one
 * @param email the new address, or null to keep the old one
 */
public record UpdatePartner(
        @TargetAggregateIdentifier PartnerId partnerId,
        @Nullable PartnerName name,
        @Nullable EmailAddress email) implements PartnerCommand {}
