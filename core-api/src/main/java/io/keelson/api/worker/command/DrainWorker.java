package io.keelson.api.worker.command;

import io.keelson.api.worker.WorkerId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a worker finish its jobs and take no more; a process that is nothing but a worker then ends. Needs a reason in the
 * metadata. Rejected with WORKER_NOT_FOUND, or with WRONG_STATE when the worker is gone. Draining a draining worker
 * changes nothing.
 */
public record DrainWorker(@TargetAggregateIdentifier WorkerId workerId) implements WorkerCommand {}
