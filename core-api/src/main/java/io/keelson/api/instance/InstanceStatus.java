package io.keelson.api.instance;

/** Where an instance stands in its life. */
public enum InstanceStatus {
    PROVISIONING,
    ACTIVE,
    SUSPENDED,
    TERMINATING,
    TERMINATED,
    FAILED
}
