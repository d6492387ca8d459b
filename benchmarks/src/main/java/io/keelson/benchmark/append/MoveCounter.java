package io.keelson.benchmark.append;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Moves a counter that is there. */
record MoveCounter(@TargetAggregateIdentifier String counterId) {}
