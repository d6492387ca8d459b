package io.keelson.job.queue;

/** Tells dispatchers that a job was enqueued. A hint: a lost signal costs a second, never a job. */
@FunctionalInterface
public interface JobSignal {
    void jobEnqueued();

    /** Something else has changed that running or waiting jobs depend on, like a cancellation or a pause. */
    default void jobsChanged() {
        jobEnqueued();
    }
}
