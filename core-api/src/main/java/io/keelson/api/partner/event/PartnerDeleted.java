package io.keelson.api.partner.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.partner.PartnerId;
import org.axonframework.serialization.Revision;

/** The partner is gone but for its history. */
@LogicalName("partner.deleted")
@Revision("1")
public record PartnerDeleted(PartnerId partnerId) implements PartnerEvent {}
