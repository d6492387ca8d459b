package io.keelson.job.queue;

import java.time.Duration;

/** Thrown by a handler that has to wait for something: its job runs again later, and no try is charged. */
public final class JobPostponed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    /**
     * Makes a postponement.
     *
     * @param delay how long the job waits, unless somebody wakes it before
     */
    public JobPostponed(Duration delay) {
        super("The job asks to run again in " + delay, null, false, false);
        this.delay = delay;
    }

    public Duration delay() {
        return delay;
    }
}
