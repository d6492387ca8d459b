package io.keelson.job.queue;

/** What becomes of a new job whose key is taken. */
public enum OnConflict {
    /** It is dropped; the earlier one counts. */
    KEEP,
    /** Its payload, priority and time replace those of the earlier one, if that still waits; else it is dropped. */
    REPLACE,
    /** It is dropped when an earlier one waits; else it waits for the end of the running one. */
    AFTER_CURRENT
}
