package io.keelson.job.queue;

import org.jspecify.annotations.Nullable;

/** Does the work of all jobs of one type. */
public interface JobHandler {
    /** The type whose jobs it runs; stable, it is stored with every job. */
    String type();

    /**
     * Does the work. A job may be run again after a crash, so the second run must do no harm. No database transaction is
     * open, and none may be held while waiting for the world.
     *
     * @return JSON text that is kept with the job, 1 MB at most, or null
     * @throws InterruptedException when told to stop; a job that is not timed out or cancelled is then handed back uncharged
     * @throws JobPostponed when it has to wait; the job runs again later, uncharged
     * @throws JobFailure when it failed; the job is given up at once when trying again cannot help
     * @throws Exception when it failed; the job is tried again after its backoff until its tries are used up
     */
    @Nullable
    String run(RunningJob job) throws Exception;

    /** What its jobs have when nobody asks for something else. */
    default JobDefaults defaults() {
        return JobDefaults.USUAL;
    }

    /** JSON Schema, as text, that a payload from outside must fit, or null when nothing is said about it. */
    default @Nullable String payloadSchema() {
        return null;
    }

    /** Whether anybody but the platform itself may submit, cancel and retry jobs of this type. */
    default boolean submittable() {
        return false;
    }

    /**
     * Looks at a payload that fits the schema before a job with it is enqueued, for what a schema cannot say. Asked again, for
     * example because a payload was filled in later, it answers the same.
     *
     * @throws io.keelson.api.error.RejectedException when the job could never succeed, with the field below {@code payload}
     */
    default void validate(String payload) {}
}
