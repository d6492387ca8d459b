package io.keelson.graphql.tenant;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.query.TenantFilter;
import io.keelson.graphql.input.InputField;
import org.jspecify.annotations.Nullable;

/** Conditions on tenants. */
record TenantFilterInput(
        @Nullable String partnerId,
        @Nullable TenantStatus status,
        @Nullable String nameContains) {
    TenantFilter toFilter() {
        return new TenantFilter(
                InputField.readOptional("filter.partnerId", partnerId, PartnerId::parse),
                status,
                InputField.search("filter.nameContains", nameContains));
    }
}
