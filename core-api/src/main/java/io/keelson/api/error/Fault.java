package io.keelson.api.error;

/** Who can do something about an error. */
public enum Fault {
    /** The caller sent something that can never work; only a different request helps. */
    USER,
    /** Keelson itself is at fault or busy. */
    PLATFORM,
    /** Something Keelson depends on (disk, port range, database, workload) is at fault. */
    INFRASTRUCTURE
}
