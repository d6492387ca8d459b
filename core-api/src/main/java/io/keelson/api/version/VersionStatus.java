package io.keelson.api.version;

/** How far a release has come, and whether new instances may be made of it. */
public enum VersionStatus {
    DRAFT(false),
    BETA(true),
    STABLE(true),
    DEPRECATED(false),
    WITHDRAWN(false);

    private final boolean provisionable;

    VersionStatus(boolean provisionable) {
        this.provisionable = provisionable;
    }

    /** Whether a new instance may start on a version of this status. */
    public boolean provisionable() {
        return provisionable;
    }
}
