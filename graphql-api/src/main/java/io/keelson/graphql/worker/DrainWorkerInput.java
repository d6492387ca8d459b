package io.keelson.graphql.worker;

/** Which worker to drain, and why. */
record DrainWorkerInput(String workerId, String reason) {}
