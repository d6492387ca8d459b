package io.keelson.api.actor;

/** The kinds of principal that can act. */
public enum ActorType {
    SUPER_ADMIN,
    PARTNER_ADMIN,
    TENANT_ADMIN,
    SYSTEM,
    ANONYMOUS
}
