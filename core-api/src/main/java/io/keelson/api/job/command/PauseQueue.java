package io.keelson.api.job.command;

import io.keelson.api.job.QueueName;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets no further job of a queue start, on any node; running ones go on. Needs a reason. Twice: changes nothing. */
public record PauseQueue(@TargetAggregateIdentifier QueueName queue) implements JobQueueCommand {}
