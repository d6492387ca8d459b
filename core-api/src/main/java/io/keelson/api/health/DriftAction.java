package io.keelson.api.health;

/** What Keelson does about a difference. */
public enum DriftAction {
    /** It repairs it by an operation. */
    REPAIR,
    /** It starts the workload again, with growing pauses. */
    HEAL,
    /** It only reports it: a repair could lose data or hide a loss, or has failed too often. */
    REPORT
}
