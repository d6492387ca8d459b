package io.keelson.api.job.event;

import io.keelson.api.job.QueueName;
import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** Jobs of the queue start again. */
@LogicalName("queue.resumed")
@Revision("1")
public record QueueResumed(QueueName queue) implements JobQueueEvent {}
