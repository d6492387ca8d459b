package io.keelson.api.suspension;

/** What a suspension has come to for one instance. */
public enum HoldOutcome {
    /** The instance is busy; it is stopped when that is over. */
    WAITING,
    /** An operation stops it. */
    STOPPING,
    /** This suspension has stopped it, and nobody else may start it. */
    STOPPED,
    /** It does not run, so there is nothing to stop; should it run during the suspension, it is stopped. */
    LEFT_ALONE,
    /** The operation that was to stop it failed; it is not tried again by itself. */
    NOT_STOPPED,
    /** The suspension is over, and the instance is being started, or will be once it is no longer busy. */
    RETURNING,
    /** It runs again. */
    RETURNED,
    /** The suspension is over, but the instance could not be started; it is not tried again by itself. */
    NOT_RETURNED
}
