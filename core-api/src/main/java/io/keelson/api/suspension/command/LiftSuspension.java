package io.keelson.api.suspension.command;

import io.keelson.api.suspension.SuspensionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a suspension. */
public record LiftSuspension(@TargetAggregateIdentifier SuspensionId suspensionId) implements SuspensionCommand {}
