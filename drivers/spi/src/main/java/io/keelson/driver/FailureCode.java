package io.keelson.driver;

/** Every reason for which a step can fail. Each fixes whose fault it is and whether the same try can succeed later. */
public enum FailureCode {
    /** The specification does not fit this driver. */
    SPECIFICATION_REFUSED(Blame.USER, false),
    /** The machine cannot give what was asked for. */
    CAPACITY_EXCEEDED(Blame.INFRASTRUCTURE, false),
    /** Every port of the range is taken. */
    PORT_RANGE_FULL(Blame.INFRASTRUCTURE, false),
    /** A directory cannot be made or written. */
    DIRECTORY_NOT_WRITABLE(Blame.INFRASTRUCTURE, false),
    /** The disk is full. */
    DISK_FULL(Blame.INFRASTRUCTURE, false),
    /** A file of the release is missing or has another digest. */
    ARTIFACT_UNUSABLE(Blame.USER, false),
    /** A command of the release ended with an error, or could not be started. */
    COMMAND_FAILED(Blame.USER, false),
    /** The workload ended by itself. */
    WORKLOAD_EXITED(Blame.USER, false),
    /** The workload did not answer its health path in time. */
    HEALTH_CHECK_FAILED(Blame.USER, false),
    /** A smoke path answered with an error. */
    SMOKE_TEST_FAILED(Blame.USER, false),
    /** A snapshot is missing, damaged or of another instance. */
    BACKUP_UNUSABLE(Blame.INFRASTRUCTURE, false),
    /** A watched workload answered with too many errors, or too slowly. */
    WATCH_FAILED(Blame.USER, false),
    /** A migration has lost the content of a table. */
    DATA_LOST(Blame.USER, false),
    /** The database server refused or did not answer. */
    DATABASE_UNAVAILABLE(Blame.INFRASTRUCTURE, true),
    /** The step did not end within its time-out. */
    TIMED_OUT(Blame.INFRASTRUCTURE, true),
    /** Something is still there that should have been removed. */
    NOT_REMOVED(Blame.INFRASTRUCTURE, true),
    /** The operating system failed in a way that has no code of its own. */
    SYSTEM_ERROR(Blame.INFRASTRUCTURE, true);

    /** Who can do something about it. */
    public enum Blame {
        USER,
        INFRASTRUCTURE
    }

    private final Blame blame;
    private final boolean retryable;

    FailureCode(Blame blame, boolean retryable) {
        this.blame = blame;
        this.retryable = retryable;
    }

    public Blame blame() {
        return blame;
    }

    public boolean retryable() {
        return retryable;
    }
}
