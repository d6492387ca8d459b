package io.keelson.graphql.worker;

import io.keelson.api.worker.query.WorkerView;

/** The worker that a mutation changed. */
record WorkerPayload(WorkerView worker) {}
