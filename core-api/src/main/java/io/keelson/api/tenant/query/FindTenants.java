package io.keelson.api.tenant.query;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.query.Page;
import org.jspecify.annotations.Nullable;

/** Asks for tenants, oldest first; answers a {@link TenantPage}. Null filters match everything. */
public record FindTenants(
        @Nullable PartnerId partnerId, @Nullable String nameContains, Page page) {}
