package io.keelson.graphql.job;

import io.keelson.api.job.query.JobView;

/** The job that a mutation changed. */
record JobPayload(JobView job) {}
