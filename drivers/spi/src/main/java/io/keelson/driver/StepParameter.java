package io.keelson.driver;

/** Names of what an operation tells its steps besides the specification. */
public final class StepParameter {
    /** UUID of the snapshot that is made or put back. */
    public static final String BACKUP_ID = "backupId";

    /** UUID of the instance whose snapshot is put back; absent when it is the same. */
    public static final String BACKUP_OF = "backupOf";

    /** Digest that the snapshot must have, or absent when nobody knows it. */
    public static final String BACKUP_CHECKSUM = "backupChecksum";

    /** How many snapshots are kept, at least 1. */
    public static final String KEEP_BACKUPS = "keepBackups";

    /** Region of the site in whose store the snapshot is; absent when it is that of the instance. */
    public static final String BACKUP_REGION = "backupRegion";

    /** There when the snapshot only carries the instance to another place and goes with the old one. */
    public static final String BACKUP_PASSING = "backupPassing";

    /** Region of a second place of the instance, which is removed. */
    public static final String OTHER_REGION = "otherRegion";
    /** How long a workload is watched. */
    public static final String WATCH_SECONDS = "watchSeconds";

    /** The version that reverse migrations lead to. */
    public static final String TARGET_VERSION = "targetVersion";

    private StepParameter() {}
}
