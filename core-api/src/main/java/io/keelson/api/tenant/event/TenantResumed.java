package io.keelson.api.tenant.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.tenant.TenantId;
import org.axonframework.serialization.Revision;

/**
 * The tenant may start new things again.
 *
 * @param suspensionId the suspension that ends
 */
@LogicalName("tenant.resumed")
@Revision("1")
public record TenantResumed(TenantId tenantId, SuspensionId suspensionId) implements TenantEvent {}
