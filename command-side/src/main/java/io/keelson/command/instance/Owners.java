package io.keelson.command.instance;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Residency;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.KnownTenant;
import org.jspecify.annotations.Nullable;

/** What the owners of an instance say to what is asked of it. */
record Owners(Directory directory) {
    /** Refuses with PARTNER_SUSPENDED, TENANT_SUSPENDED or WRONG_STATE unless all owners are active. */
    void requireActive(InstanceBlueprint instance) {
        PartnerId partnerId = instance.partnerId();
        if (partnerId != null) {
            directory.requireActive(partnerId);
        }
        TenantId tenantId = instance.tenantId();
        if (tenantId != null) {
            directory.requireActive(tenantId);
        }
    }

    /** The rule for the data of the instance, or null for none. */
    @Nullable
    Residency residency(InstanceBlueprint instance) {
        TenantId tenantId = instance.tenantId();
        return tenantId == null
                ? null
                : directory.tenant(tenantId).map(KnownTenant::residency).orElse(null);
    }
}
