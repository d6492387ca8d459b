package io.keelson.api.partner.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import org.axonframework.serialization.Revision;

/** A partner is known and active from now on. */
@LogicalName("partner.registered")
@Revision("1")
public record PartnerRegistered(PartnerId partnerId, PartnerName name, EmailAddress email) implements PartnerEvent {}
