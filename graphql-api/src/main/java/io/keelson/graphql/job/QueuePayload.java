package io.keelson.graphql.job;

import io.keelson.api.job.query.JobQueueView;

/** The queue that a mutation changed. */
record QueuePayload(JobQueueView queue) {}
