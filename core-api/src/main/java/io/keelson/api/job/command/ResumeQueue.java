package io.keelson.api.job.command;

import io.keelson.api.job.QueueName;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets jobs of a paused queue start again. Twice: changes nothing. */
public record ResumeQueue(@TargetAggregateIdentifier QueueName queue) implements JobQueueCommand {}
