package io.keelson.api.tenant.query;

import io.keelson.api.query.Direction;

/** Order of a list of tenants; ties are broken by id. */
public record TenantOrder(TenantOrderField field, Direction direction) {
    /** Oldest first. */
    public static final TenantOrder DEFAULT = new TenantOrder(TenantOrderField.CREATED_AT, Direction.ASC);
}
