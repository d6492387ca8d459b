package io.keelson.graphql.tenant;

import io.keelson.api.tenant.ComplianceLevel;
import io.keelson.api.tenant.OrganizationSize;
import io.keelson.api.tenant.TenantProfile;
import org.jspecify.annotations.Nullable;

/** What kind of organisation a tenant is, as a caller describes it. */
record TenantProfileInput(
        @Nullable String industry,
        @Nullable ComplianceLevel complianceLevel,
        @Nullable OrganizationSize size) {
    TenantProfile toProfile() {
        return new TenantProfile(industry, complianceLevel, size);
    }
}
