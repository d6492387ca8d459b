package io.keelson.api.worker.query;

/** The heap of a worker's process, in MiB. */
public record WorkerHeap(int usedMegabytes, int maxMegabytes) {}
