package io.keelson.api.tenant.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.tenant.TenantId;
import org.axonframework.serialization.Revision;

/**
 * The tenant may start nothing new until it is resumed.
 *
 * @param suspensionId the suspension that stops its instances
 */
@LogicalName("tenant.suspended")
@Revision("1")
public record TenantSuspended(TenantId tenantId, SuspensionId suspensionId) implements TenantEvent {}
