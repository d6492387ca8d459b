package io.keelson.api.job.event;

import io.keelson.api.job.QueueName;
import io.keelson.api.message.DomainEvent;

/** Index of what can be done to a queue. */
public sealed interface JobQueueEvent extends DomainEvent permits QueuePaused, QueueResumed, QueueConfigured {
    QueueName queue();
}
