package io.keelson.job.queue;

import java.util.List;

/** Hears of jobs that were added through the queue of this node. */
@FunctionalInterface
public interface EnqueueListener {
    /** Called after these jobs are durable; must be quick and never throw. */
    void enqueued(List<NewJob> jobs);
}
