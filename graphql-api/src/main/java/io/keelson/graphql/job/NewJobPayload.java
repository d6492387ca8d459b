package io.keelson.graphql.job;

import io.keelson.api.job.query.JobView;

/** The job that does the work, and whether it was there before. */
record NewJobPayload(JobView job, boolean existing) {}
