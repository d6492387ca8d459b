package io.keelson.api.job;

/** What becomes of a new job while another one has its key. */
public enum UniqueConflict {
    /** The other one stays and is answered; nothing new is made. */
    KEEP,
    /** The other one, if it waits, takes over payload, priority and time of the new one and is answered. */
    REPLACE,
    /** The new one runs once more after the current one; several of them are one. */
    AFTER_CURRENT
}
