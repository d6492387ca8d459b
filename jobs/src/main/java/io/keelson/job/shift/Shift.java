package io.keelson.job.shift;

import org.jobrunr.jobs.lambdas.JobRequest;

/** The JobRunr job that occupies one worker while its thread is a lane. Public, because JobRunr reads it back by name. */
public record Shift() implements JobRequest {
    @Override
    public Class<ShiftHandler> getJobRequestHandler() {
        return ShiftHandler.class;
    }
}
