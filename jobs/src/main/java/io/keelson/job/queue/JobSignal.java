package io.keelson.job.queue;

/** Tells dispatchers that a job was enqueued. A hint: a lost signal costs a second, never a job. */
@FunctionalInterface
public interface JobSignal {
    void jobEnqueued();
}
