package io.keelson.api.tenant;

import io.keelson.api.error.Require;
import org.jspecify.annotations.Nullable;

/**
 * What kind of organisation a tenant is; nothing is enforced by it.
 *
 * @param industry in the tenant's own words, 1 to 100 characters, or null when unknown
 * @param complianceLevel or null when unknown
 * @param size or null when unknown
 */
public record TenantProfile(
        @Nullable String industry,
        @Nullable ComplianceLevel complianceLevel,
        @Nullable OrganizationSize size) {
    private static final int MAXIMUM = 100;

    public TenantProfile {
        if (industry != null) {
            industry = Require.text("profile.industry", industry, MAXIMUM);
        }
    }
}
