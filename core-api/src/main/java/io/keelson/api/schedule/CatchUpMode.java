package io.keelson.api.schedule;

/** Which of several fires that are late, but within the catch-up window, make a job. */
public enum CatchUpMode {
    /** Only the latest one; the others are recorded as missed. */
    LATEST,
    /** All of them, oldest first. */
    ALL
}
