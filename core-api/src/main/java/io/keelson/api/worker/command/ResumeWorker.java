package io.keelson.api.worker.command;

import io.keelson.api.worker.WorkerId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a draining worker take jobs again. Rejected with WORKER_NOT_FOUND, or with WRONG_STATE when the worker is gone.
 * Resuming a worker that takes jobs changes nothing.
 */
public record ResumeWorker(@TargetAggregateIdentifier WorkerId workerId) implements WorkerCommand {}
