package io.keelson.graphql.tenant;

import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.command.UpdateTenant;
import org.jspecify.annotations.Nullable;

/** Which tenant to change, and into what; null keeps what is. */
record UpdateTenantInput(
        String tenantId,
        @Nullable String name,
        @Nullable TenantProfileInput profile,
        @Nullable ResidencyInput residency) {
    UpdateTenant toCommand() {
        return new UpdateTenant(
                TenantId.parse(tenantId),
                name == null ? null : new TenantName(name),
                profile == null ? null : profile.toProfile(),
                residency == null ? null : residency.toResidency());
    }
}
