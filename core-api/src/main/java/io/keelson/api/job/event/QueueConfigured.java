package io.keelson.api.job.event;

import io.keelson.api.job.QueueName;
import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** Another number of jobs of the queue runs at the same time on one node. */
@LogicalName("queue.configured")
@Revision("1")
public record QueueConfigured(QueueName queue, int from, int to) implements JobQueueEvent {}
