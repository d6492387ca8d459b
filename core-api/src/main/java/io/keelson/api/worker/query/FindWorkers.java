package io.keelson.api.worker.query;

import io.keelson.api.query.Page;
import io.keelson.api.worker.WorkerState;
import org.jspecify.annotations.Nullable;

/** Asks for workers, the oldest first, those that are gone for a while included; answers a {@link WorkerPage}. */
public record FindWorkers(@Nullable WorkerState state, Page page) {}
