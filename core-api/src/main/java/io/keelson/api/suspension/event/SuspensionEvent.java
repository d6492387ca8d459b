package io.keelson.api.suspension.event;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.suspension.SuspensionId;

/** Index of what can happen to a suspension. */
public sealed interface SuspensionEvent extends DomainEvent
        permits SuspensionStarted, InstancesListed, SuspensionLifted, InstancesReleased {
    SuspensionId suspensionId();
}
