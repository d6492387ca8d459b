package io.keelson.graphql.tenant;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.command.RegisterTenant;

/** A new tenant as a caller describes it. */
record RegisterTenantInput(String partnerId, String name) {

    RegisterTenant toCommand(TenantId id) {
        return new RegisterTenant(id, PartnerId.parse(partnerId), new TenantName(name));
    }
}
