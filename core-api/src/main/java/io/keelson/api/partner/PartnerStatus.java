package io.keelson.api.partner;

/** Whether a partner may start anything new. */
public enum PartnerStatus {
    ACTIVE,
    SUSPENDED
}
