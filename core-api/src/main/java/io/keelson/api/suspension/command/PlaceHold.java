package io.keelson.api.suspension.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.SuspensionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes hold of an instance. */
public record PlaceHold(@TargetAggregateIdentifier HoldId holdId, SuspensionId suspensionId, InstanceId instanceId)
        implements HoldCommand {}
