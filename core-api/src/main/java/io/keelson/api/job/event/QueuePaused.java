package io.keelson.api.job.event;

import io.keelson.api.job.QueueName;
import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** No further job of the queue starts. */
@LogicalName("queue.paused")
@Revision("1")
public record QueuePaused(QueueName queue) implements JobQueueEvent {}
