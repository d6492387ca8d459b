package io.keelson.api.job.query;

import io.keelson.api.job.QueueName;

/**
 * A queue.
 *
 * @param concurrency how many of its jobs run at the same time on one node
 * @param paused whether no further job starts
 */
public record JobQueueView(QueueName name, int concurrency, boolean paused) {}
