package io.keelson.api.worker.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.worker.WorkerId;
import org.axonframework.serialization.Revision;

/**
 * The worker takes jobs again.
 *
 * @param host machine on which it runs; the worker itself is forgotten some time after its end
 */
@LogicalName("worker.resumed")
@Revision("1")
public record WorkerResumed(WorkerId workerId, String host) implements WorkerEvent {}
