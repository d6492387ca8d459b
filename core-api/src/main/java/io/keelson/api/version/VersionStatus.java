package io.keelson.api.version;

/** How far a release has come, whether new instances may be made of it, and what it may become. */
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

    /** Whether an instance may pass over a version of this status on its way to another one. */
    public boolean passable() {
        return provisionable || this == DEPRECATED;
    }

    /** Whether a release may become this; what is withdrawn stays so. */
    public boolean mayBecome(VersionStatus next) {
        return switch (this) {
            case DRAFT -> next == BETA || next == STABLE || next == WITHDRAWN;
            case BETA -> next == STABLE || next == DEPRECATED || next == WITHDRAWN;
            case STABLE -> next == DEPRECATED || next == WITHDRAWN;
            case DEPRECATED -> next == STABLE || next == WITHDRAWN;
            case WITHDRAWN -> false;
        };
    }
}
