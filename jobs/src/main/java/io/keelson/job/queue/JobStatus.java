package io.keelson.job.queue;

/** Where a job stands, as stored in {@code platform_job.status}. SQL names the numbers, so that partial indexes apply. */
public enum JobStatus {
    /** Runs at {@code run_at}: submitted for later, waiting for its next try, or, when that is past, ready in a moment. */
    DELAYED(0),
    /** Waits for a lane. */
    READY(1),
    RUNNING(2),
    SUCCEEDED(3),
    /** Given up; can be redriven or discarded. */
    DEAD(4),
    CANCELLED(5),
    /** Waits until it is resumed. */
    SUSPENDED(6),
    /** Waits for its serial key, or for its tenant to have fewer jobs running. */
    BLOCKED(7);

    private static final JobStatus[] BY_CODE = values();

    private final int code;

    JobStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The status stored as {@code code}, which is 0 to 7. */
    public static JobStatus of(int code) {
        return BY_CODE[code];
    }
}
