package io.keelson.api.partner.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.partner.PartnerId;
import org.axonframework.serialization.Revision;

/** The partner may start new things again. */
@LogicalName("partner.resumed")
@Revision("1")
public record PartnerResumed(PartnerId partnerId) implements PartnerEvent {}
