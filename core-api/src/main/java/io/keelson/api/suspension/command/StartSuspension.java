package io.keelson.api.suspension.command;

import io.keelson.api.owner.OwnerId;
import io.keelson.api.suspension.SuspensionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Begins to hold what somebody owns. */
public record StartSuspension(@TargetAggregateIdentifier SuspensionId suspensionId, OwnerId owner)
        implements SuspensionCommand {}
