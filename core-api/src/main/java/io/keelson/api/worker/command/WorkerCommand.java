package io.keelson.api.worker.command;

/** Index of what can be asked of a worker. */
public sealed interface WorkerCommand permits DrainWorker, ResumeWorker {}
