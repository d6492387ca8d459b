package io.keelson.api.job.query;

/** Asks for all queues; answers a list of {@link JobQueueView} by name. */
public record GetJobQueues() {}
