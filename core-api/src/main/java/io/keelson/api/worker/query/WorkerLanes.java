package io.keelson.api.worker.query;

/**
 * How many jobs a worker can run at the same time.
 *
 * @param open lanes that are there now, busy or idle
 * @param busy jobs that the worker holds
 * @param max lanes that it may open
 */
public record WorkerLanes(int open, int busy, int max) {}
