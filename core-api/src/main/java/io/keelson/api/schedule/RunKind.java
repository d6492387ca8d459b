package io.keelson.api.schedule;

/** Why a run is there. */
public enum RunKind {
    /** Its time had come. */
    SCHEDULED,
    /** Somebody asked for it at once. */
    RUN_NOW,
    /** Somebody asked for past fires. */
    BACKFILL
}
