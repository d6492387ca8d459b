package io.keelson.api.worker.query;

import io.keelson.api.worker.WorkerId;
import java.util.List;

/** Asks for workers by id; answers a list of {@link WorkerView} in no order, unknown ids left out. */
public record GetWorkers(List<WorkerId> ids) {}
