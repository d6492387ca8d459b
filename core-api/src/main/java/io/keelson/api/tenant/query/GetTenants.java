package io.keelson.api.tenant.query;

import io.keelson.api.tenant.TenantId;
import java.util.List;

/** Asks for tenants by id; answers a list of {@link TenantView} in no order, unknown ids left out. */
public record GetTenants(List<TenantId> ids) {}
