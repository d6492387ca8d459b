package io.keelson.api.tenant.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.TenantProfile;
import io.keelson.api.tenant.residency.Residency;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** This is known of the tenant from now on; what did not change is repeated. */
@LogicalName("tenant.updated")
@Revision("1")
public record TenantUpdated(
        TenantId tenantId,
        TenantName name,
        @Nullable TenantProfile profile,
        @Nullable Residency residency) implements TenantEvent {}
