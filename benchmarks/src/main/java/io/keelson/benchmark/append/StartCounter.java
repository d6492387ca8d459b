package io.keelson.benchmark.append;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a counter. */
record StartCounter(@TargetAggregateIdentifier String counterId) {}
