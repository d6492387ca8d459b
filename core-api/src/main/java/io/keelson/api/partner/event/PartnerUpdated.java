package io.keelson.api.partner.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import org.axonframework.serialization.Revision;

/** The partner is called this from now on; what did not change is repeated. */
@LogicalName("partner.updated")
@Revision("1")
public record PartnerUpdated(PartnerId partnerId, PartnerName name, EmailAddress email) implements PartnerEvent {}
