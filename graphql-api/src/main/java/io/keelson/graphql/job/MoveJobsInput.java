package io.keelson.graphql.job;

/** Which failed jobs to move, and why. */
record MoveJobsInput(FailedJobFilterInput filter, String reason) {}
