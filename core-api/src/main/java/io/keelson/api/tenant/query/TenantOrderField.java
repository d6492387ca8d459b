package io.keelson.api.tenant.query;

/** What a list of tenants can be ordered by. */
public enum TenantOrderField {
    CREATED_AT,
    NAME,
    /** By the name of the status: active, deleted, suspended. */
    STATUS
}
