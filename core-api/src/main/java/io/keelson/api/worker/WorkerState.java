package io.keelson.api.worker;

/** How far a worker is in its life. */
public enum WorkerState {
    /** It is there and takes no jobs yet. */
    STARTING,
    /** It takes jobs. */
    RUNNING,
    /** It finishes what it has and takes no more: it was asked to, or it is ending. */
    DRAINING,
    /** It has ended, or it has been silent for so long that its jobs run elsewhere. */
    GONE
}
