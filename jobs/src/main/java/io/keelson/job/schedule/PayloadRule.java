package io.keelson.job.schedule;

import io.keelson.job.queue.JobHandler;

/** Whether a type of job accepts a payload. */
@FunctionalInterface
public interface PayloadRule {
    /**
     * Refuses a payload that does not fit the schema of its type.
     *
     * @param payload JSON text
     * @throws io.keelson.api.error.RejectedException naming {@code job.payload} or a field in it
     */
    void require(JobHandler handler, String payload);
}
