package io.keelson.api.operation;

import java.util.EnumSet;
import java.util.List;

/**
 * The parts of an operation. Those up to NOTIFY stand in the order of the provisioning workflow (requirement PF-1, 3.2.2
 * and 8.1). START stands apart from DEPLOY because a workload must find its environment, certificate and configuration
 * when it comes up.
 */
public enum StepName {
    VALIDATE,
    COMPUTE,
    DATABASE,
    NETWORK,
    STORAGE,
    DEPLOY,
    MIGRATE,
    ENVIRONMENT,
    CERTIFICATE,
    SUITES,
    CAPABILITIES,
    RESIDENCY,
    MONITORING,
    START,
    HEALTH_CHECK,
    SMOKE_TEST,
    ACTIVATE,
    NOTIFY,
    /** The workload no longer runs; taken back, it runs and answers again. */
    STOP,
    /** Checks that a request fits the machine before anything is touched. */
    CAPACITY,
    /** A snapshot of database, files and configuration. */
    BACKUP,
    /** Snapshots that are no longer kept. */
    EXPIRE_BACKUPS,
    /** The checksums of a snapshot, before anything is touched. */
    VERIFY_BACKUP,
    /** The content of a snapshot in place of what was there; taken back, what was there. */
    RESTORE,
    /** What a restore has put aside. */
    DISCARD,
    /** The sign that tells the workload of its maintenance. */
    MAINTENANCE,
    /** Everything that an instance has in another region than it is to have it. */
    OTHER_PLACE,
    /** A look at the files of a version before anything is touched. */
    PRE_CHECK,
    /** Database and data put aside, and a copy in their place to be changed; taken back, what was there. */
    SAVE_DATA,
    /** The files of the version that ran put aside; taken back, they are in their place again. */
    SAVE_RELEASE,
    /** The migrations of a version taken back by that version. */
    REVERSE_MIGRATE,
    /** A look at whether the tables have kept their content. */
    CHECK_DATA,
    /** A look at errors and answer times for a while. */
    WATCH,
    /** The sign that tells the workload that its maintenance is over. */
    LEAVE_MAINTENANCE;

    /** Whether it tells the workload of its maintenance. */
    public boolean tellsOfMaintenance() {
        return this == MAINTENANCE || this == LEAVE_MAINTENANCE;
    }

    /** The steps of a provisioning, in order. */
    public static List<StepName> ofProvisioning() {
        return List.copyOf(EnumSet.range(VALIDATE, NOTIFY));
    }
}
