package io.keelson.api.partner.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.partner.PartnerId;
import org.axonframework.serialization.Revision;

/** The partner may start nothing new until it is resumed. */
@LogicalName("partner.suspended")
@Revision("1")
public record PartnerSuspended(PartnerId partnerId) implements PartnerEvent {}
