package io.keelson.graphql.tenant;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.command.RegisterTenant;
import org.jspecify.annotations.Nullable;

/** A new tenant as a caller describes it. */
record RegisterTenantInput(
        String partnerId,
        String name,
        @Nullable TenantProfileInput profile,
        @Nullable ResidencyInput residency) {
    RegisterTenant toCommand(TenantId id) {
        return new RegisterTenant(
                id,
                PartnerId.parse(partnerId),
                new TenantName(name),
                profile == null ? null : profile.toProfile(),
                residency == null ? null : residency.toResidency());
    }
}
