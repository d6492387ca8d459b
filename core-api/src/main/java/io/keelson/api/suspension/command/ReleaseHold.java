package io.keelson.api.suspension.command;

import io.keelson.api.suspension.HoldId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets an instance go. */
public record ReleaseHold(@TargetAggregateIdentifier HoldId holdId) implements HoldCommand {}
