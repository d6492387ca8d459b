package io.keelson.job.worker;

/** What a worker says of itself; its names stand in the table. */
enum WorkerPhase {
    STARTING,
    RUNNING,
    DRAINING
}
