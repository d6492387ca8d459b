package io.keelson.graphql.worker;

import io.keelson.api.worker.WorkerState;
import org.jspecify.annotations.Nullable;

/** Conditions on workers. */
record WorkerFilterInput(@Nullable WorkerState state) {}
