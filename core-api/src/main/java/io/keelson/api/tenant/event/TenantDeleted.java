package io.keelson.api.tenant.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.tenant.TenantId;
import org.axonframework.serialization.Revision;

/** The tenant is gone but for its history. */
@LogicalName("tenant.deleted")
@Revision("1")
public record TenantDeleted(TenantId tenantId) implements TenantEvent {}
