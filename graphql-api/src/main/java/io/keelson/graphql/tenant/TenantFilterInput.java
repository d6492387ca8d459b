package io.keelson.graphql.tenant;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.query.Page;
import io.keelson.api.tenant.query.FindTenants;
import io.keelson.graphql.input.InputField;
import org.jspecify.annotations.Nullable;

/** Conditions on tenants. */
record TenantFilterInput(
        @Nullable String partnerId, @Nullable String nameContains) {
    static final TenantFilterInput ALL = new TenantFilterInput(null, null);

    FindTenants toQuery(Page page) {
        return new FindTenants(
                InputField.readOptional("filter.partnerId", partnerId, PartnerId::parse),
                InputField.search("filter.nameContains", nameContains),
                page);
    }
}
