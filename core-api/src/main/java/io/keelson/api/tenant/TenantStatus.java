package io.keelson.api.tenant;

/** Whether a tenant may start anything new. */
public enum TenantStatus {
    ACTIVE,
    SUSPENDED,
    /** It is gone but for its history; its name is free for others. */
    DELETED
}
