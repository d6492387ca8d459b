package io.keelson.graphql.job;

/** Which job becomes more or less urgent. */
record ChangeJobPriorityInput(String jobId, int priority) {}
