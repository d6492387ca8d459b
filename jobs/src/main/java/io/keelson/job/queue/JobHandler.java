package io.keelson.job.queue;

/** Does the work of all jobs of one type. */
public interface JobHandler {
    /** The type whose jobs it runs; stable, it is stored with every job. */
    String type();

    /**
     * Does the work. A job may be run again after a crash, so the second run must do no harm. No database transaction is
     * open, and none may be held while waiting for the world.
     *
     * @throws InterruptedException when told to stop; a job that is not timed out is then handed back uncharged
     * @throws Exception when it failed; the job is tried again after its backoff until its tries are used up
     */
    void run(RunningJob job) throws Exception;
}
