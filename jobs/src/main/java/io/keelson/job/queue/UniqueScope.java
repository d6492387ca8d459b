package io.keelson.job.queue;

/** Which earlier jobs keep a new one with the same key away. */
public enum UniqueScope {
    /** Those that have not ended. */
    UNFINISHED(0),
    /** Those that wait. */
    WAITING(1),
    /** Those that have not ended, and those that were enqueued within the period. */
    PERIOD(2);

    private final int code;

    UniqueScope(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
