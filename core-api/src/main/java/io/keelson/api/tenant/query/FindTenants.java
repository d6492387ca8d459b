package io.keelson.api.tenant.query;

import io.keelson.api.query.Page;

/** Asks for tenants; answers a {@link TenantPage}. */
public record FindTenants(TenantFilter filter, TenantOrder order, Page page) {}
