package io.keelson.api.worker.event;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.worker.WorkerId;

/** Index of what can happen to a worker by the will of people; what it does by itself is telemetry. */
public sealed interface WorkerEvent extends DomainEvent permits WorkerDrainRequested, WorkerResumed {
    WorkerId workerId();
}
