package io.keelson.api.job.command;

import io.keelson.api.job.JobId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a waiting job wait until it is resumed; twice: changes nothing. A job that does not wait: WRONG_STATE. */
public record SuspendJob(@TargetAggregateIdentifier JobId jobId) implements JobCommand {}
