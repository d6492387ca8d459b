package io.keelson.api.tenant.query;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantStatus;
import org.jspecify.annotations.Nullable;

/** Conditions that must all hold; null ones match everything. */
public record TenantFilter(
        @Nullable PartnerId partnerId,
        @Nullable TenantStatus status,
        @Nullable String nameContains) {
    public static final TenantFilter ALL = new TenantFilter(null, null, null);
}
