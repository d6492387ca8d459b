package io.keelson.api.operation;

/** Names of what an operation carries to its steps; drivers know them under the same names. */
public final class OperationParameter {
    /** The suspension that stops or starts the instance; absent when a person asked. */
    public static final String SUSPENSION_ID = "suspensionId";

    /** UUID of the backup that is made or put back. */
    public static final String BACKUP_ID = "backupId";

    /** UUID of the instance whose backup is put back; absent when it is the same. */
    public static final String BACKUP_OF = "backupOf";

    /** Checksum that the backup must have. */
    public static final String BACKUP_CHECKSUM = "backupChecksum";

    /** How many backups of the instance are kept. */
    public static final String KEEP_BACKUPS = "keepBackups";

    /** Number of the try to heal an instance, from 1. */
    public static final String ATTEMPT = "attempt";

    /** Names of the steps that a reconciliation repeats, joined by commas. */
    public static final String STEPS = "steps";

    /** Why an operation was asked for, in one sentence. */
    public static final String CAUSE = "cause";

    /** Region in which the backup rests; absent when it is that of the instance. */
    public static final String BACKUP_REGION = "backupRegion";

    /** There when the backup only carries the instance and is not kept. */
    public static final String BACKUP_PASSING = "backupPassing";

    /** Region of a second place of the instance, which is removed. */
    public static final String OTHER_REGION = "otherRegion";

    /** There when the instance was in maintenance before and stays so. */
    public static final String STAYS_IN_MAINTENANCE = "staysInMaintenance";

    /** How long an upgraded instance is watched before its upgrade counts as done. */
    public static final String WATCH_SECONDS = "watchSeconds";

    /** The version that reverse migrations lead to. */
    public static final String TARGET_VERSION = "targetVersion";

    private OperationParameter() {}
}
