package io.keelson.api.instance;

/** Who decides that an instance is upgraded; apart from channel, pin and windows. */
public enum UpdatePolicy {
    AUTO_UPDATE,
    MANUAL_APPROVAL,
    FROZEN
}
