package io.keelson.api.schedule;

/** Whether a schedule makes jobs. */
public enum ScheduleState {
    /** It fires at its next time. */
    ENABLED,
    /** A person switched it off. */
    DISABLED,
    /** It switched itself off, because too many of its runs in a row failed. */
    PAUSED,
    /** It is switched on, but there is no next time. */
    COMPLETED,
    /** It is gone; its history remains. */
    DELETED
}
