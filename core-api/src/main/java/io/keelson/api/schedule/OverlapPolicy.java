package io.keelson.api.schedule;

/** What becomes of a fire while a job of an earlier fire is not finished. Run now and backfill are never held back. */
public enum OverlapPolicy {
    /** It makes no job; the history says so. */
    SKIP,
    /** It makes a job that starts when the earlier one is finished; further fires meanwhile make none. */
    BUFFER_ONE,
    /** It makes a job at once. */
    ALLOW
}
