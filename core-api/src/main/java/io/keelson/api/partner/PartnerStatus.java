package io.keelson.api.partner;

/** Whether a partner may start anything new. */
public enum PartnerStatus {
    ACTIVE,
    SUSPENDED,
    /** It is gone but for its history; its name and address are free for others. */
    DELETED
}
