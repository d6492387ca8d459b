package io.keelson.api.tenant;

/** Which body of rules a tenant must keep to. */
public enum ComplianceLevel {
    /** Privacy law for everybody: GDPR, CCPA. */
    BASIC,
    /** SOC 2 Type II. */
    SOC2,
    /** Law of regulated industries: HIPAA, SOX, FedRAMP. */
    ENTERPRISE
}
