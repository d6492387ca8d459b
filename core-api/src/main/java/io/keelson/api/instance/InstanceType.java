package io.keelson.api.instance;

/** For whom and where an instance runs. */
public enum InstanceType {
    /** Shared by many tenants, run by the platform. */
    SHARED_SAAS,
    /** Run for one partner. */
    PARTNER_DEPLOYED,
    /** Run on the customer's own infrastructure. */
    SELF_HOSTED_ENTERPRISE
}
