package io.keelson.api.tenant.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import org.axonframework.serialization.Revision;

/** An end customer of a partner is known from now on. */
@LogicalName("tenant.registered")
@Revision("1")
public record TenantRegistered(TenantId tenantId, PartnerId partnerId, TenantName name) implements TenantEvent {}
