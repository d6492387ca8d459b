package io.keelson.job.queue;

import java.util.UUID;

/**
 * What became of a new job.
 *
 * @param id the job that will do the work: the new one or the one that was there before
 */
public record Enqueued(UUID id, Fate fate) {
    /** Whether the new job was enqueued as a job of its own. */
    public boolean added() {
        return fate == Fate.ADDED;
    }

    /** How it went. */
    public enum Fate {
        ADDED,
        /** An earlier job has its key and stays as it is. */
        KEPT,
        /** An earlier job has its key and got its payload, priority and time. */
        REPLACED
    }
}
