package io.keelson.api.tenant.command;

import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.TenantProfile;
import io.keelson.api.tenant.residency.Residency;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is known of a tenant. Rejected with NAME_TAKEN, with WRONG_STATE when it is deleted, and with STILL_IN_USE
 * while live instances break the new residency. Asking for what is so already changes nothing.
 *
 * @param name the new name, or null to keep the old one
 * @param profile the new profile as a whole, or null to keep the old one
 * @param residency the new residency as a whole, or null to keep the old one
 * @param anywhere whether the data may rest anywhere from now on; then there is no new residency
 */
public record UpdateTenant(
        @TargetAggregateIdentifier TenantId tenantId,
        @Nullable TenantName name,
        @Nullable TenantProfile profile,
        @Nullable Residency residency,
        boolean anywhere)
        implements TenantCommand {
    /** A change that does not take the residency away. */
    public UpdateTenant(
            TenantId tenantId,
            @Nullable TenantName name,
            @Nullable TenantProfile profile,
            @Nullable Residency residency) {
        this(tenantId, name, profile, residency, false);
    }
}
