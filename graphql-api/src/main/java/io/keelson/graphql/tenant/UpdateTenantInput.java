package io.keelson.graphql.tenant;

import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.command.UpdateTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** Which tenant to change, and into what; null keeps what is, but a residency of null takes the residency away. */
record UpdateTenantInput(
        String tenantId,
        @Nullable String name,
        @Nullable TenantProfileInput profile,
        ArgumentValue<ResidencyInput> residency) {
    UpdateTenant toCommand() {
        ResidencyInput wanted = residency.value();
        return new UpdateTenant(
                TenantId.parse(tenantId),
                name == null ? null : new TenantName(name),
                profile == null ? null : profile.toProfile(),
                wanted == null ? null : wanted.toResidency(),
                residency.isPresent() && wanted == null);
    }
}
