package io.keelson.api.suspension.event;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.suspension.HoldId;

/** Index of what can happen to a hold. */
public sealed interface HoldEvent extends DomainEvent permits HoldPlaced, HoldOutcomeRecorded, HoldReleased {
    HoldId holdId();
}
