package io.keelson.api.worker.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.worker.WorkerId;
import org.axonframework.serialization.Revision;

/**
 * The worker takes no more jobs.
 *
 * @param host machine on which it runs; the worker itself is forgotten some time after its end
 */
@LogicalName("worker.drain-requested")
@Revision("1")
public record WorkerDrainRequested(WorkerId workerId, String host) implements WorkerEvent {}
