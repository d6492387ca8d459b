package io.keelson.api.tenant.residency;

/** The rule by which a tenant's data is kept in its place; the modes of the architecture document, section 13.1. */
public enum ResidencyMode {
    /**
     * Runs and rests in one country: all allowed regions are of the same country, an instance runs in one of them, and its
     * data rests in allowed regions only.
     */
    SINGLE_COUNTRY,
    /** Runs and rests in a group of countries: like {@link #SINGLE_COUNTRY}, but the allowed regions may be anywhere. */
    REGIONAL,
    /**
     * A primary region and regions for copies: the first allowed region is the primary one, an instance runs there and
     * nowhere else, and its data may also rest in the other allowed regions.
     */
    HYBRID,
    /**
     * On the customer's own infrastructure: an instance is self-hosted, runs in an allowed region, and its data rests in
     * that very region and never leaves it.
     */
    FULLY_SOVEREIGN
}
