package io.keelson.api.tenant.event;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.tenant.TenantId;

/** Index of what can happen to a tenant. */
public sealed interface TenantEvent extends DomainEvent
        permits TenantRegistered, TenantUpdated, TenantSuspended, TenantResumed, TenantDeleted {
    TenantId tenantId();
}
