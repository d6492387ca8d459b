package io.keelson.api.partner.event;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.partner.PartnerId;

/** Index of what can happen to a partner. */
public sealed interface PartnerEvent extends DomainEvent
        permits PartnerRegistered, PartnerUpdated, PartnerSuspended, PartnerResumed, PartnerDeleted {
    PartnerId partnerId();
}
