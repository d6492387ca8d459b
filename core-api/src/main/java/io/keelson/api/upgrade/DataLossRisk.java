package io.keelson.api.upgrade;

/** How much of what was written since an upgrade a rollback can lose (requirement PF-1, 3.4.4). */
public enum DataLossRisk {
    NONE,
    /** What only the newer version knows, for example a new column; or a few minutes of writing. */
    LOW,
    MEDIUM,
    /** An hour of writing or more. */
    HIGH
}
